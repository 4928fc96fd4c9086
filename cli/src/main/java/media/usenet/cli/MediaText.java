package media.usenet.cli;

import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// Files of the library as people read them.
final class MediaText {

    private MediaText() {}

    /// `2160p hevc dolby vision`, `flac`, or what is wrong with it.
    static String content(JsonObject file) {
        if (!file.text("status", "").equals("probed")) {
            return words(file.text("status", "?"));
        }
        var words = new ArrayList<String>();
        for (var key : new String[] {"resolution", "codec", "hdr"}) {
            var word = file.text(key, "-");
            if (!word.equals("-") && !word.equals("sdr")) {
                words.add(words(word));
            }
        }
        return words.isEmpty() ? file.text("audio", "?") : String.join(" ", words);
    }

    static @Nullable String length(JsonObject file) {
        return file.has("durationMillis") ? Figures.seconds(Math.round(file.number("durationMillis", 0) / 1000)) : null;
    }

    /// The last name of its path.
    static String name(JsonObject file) {
        var path = file.text("path", "?");
        return path.substring(path.lastIndexOf('/') + 1);
    }

    static String words(String word) {
        return word.toLowerCase(Locale.ROOT).replace('_', ' ');
    }
}
