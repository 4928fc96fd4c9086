package media.usenet.restic;

import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

/// One backup in a repository.
///
/// @param tags `key=value` where the key says what it is
public record Snapshot(String id, OffsetDateTime time, String hostname, List<String> paths, List<String> tags) {

    public Snapshot {
        paths = List.copyOf(paths);
        tags = List.copyOf(tags);
    }

    public Optional<String> tag(String key) {
        return tags.stream()
                .filter(tag -> tag.startsWith(key + "="))
                .map(tag -> tag.substring(key.length() + 1))
                .findFirst();
    }
}
