package media.usenet.drives;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/// What a drive is used for, and the folders that it gets for it.
public enum Role {
    @JsonProperty("media")
    MEDIA("media/tv", "media/movies", "media/music", "media/books", "media/comics"),
    @JsonProperty("downloads")
    DOWNLOADS("downloads/complete", "downloads/incomplete", "downloads/torrents", "downloads/usenet");

    private final String folders;

    Role(String... folders) {
        this.folders = String.join(" ", folders);
    }

    List<String> folders() {
        return List.of(folders.split(" ", -1));
    }
}
