package media.usenet.task;

import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/// Where a piece of media comes from. People write it as one text: an address, `upload:ID`, or the path of a file of
/// the library.
public sealed interface Source {

    String UPLOAD = "upload:";

    /// Fetched by the controller. What is at it is nobody's word but a stranger's.
    record Address(String url) implements Source {

        @Override
        public String toString() {
            return url;
        }
    }

    record Upload(String id) implements Source {

        @Override
        public String toString() {
            return UPLOAD + id;
        }
    }

    record LibraryFile(Path path) implements Source {

        @Override
        public String toString() {
            return path.toString();
        }
    }

    /// @throws IllegalArgumentException saying what would be right
    static Source of(String text) {
        if (text.startsWith(UPLOAD)) {
            return upload(text.substring(UPLOAD.length()));
        }
        if (isAddress(text)) {
            return new Address(text);
        }
        if (text.startsWith("/") && text.indexOf('\0') < 0) {
            return new LibraryFile(Path.of(text).normalize());
        }
        throw new IllegalArgumentException("give an http or https address, upload:ID, or the full path of a file");
    }

    /// @throws IllegalArgumentException for any other kind of source
    static Address address(String text) {
        if (!isAddress(text)) {
            throw new IllegalArgumentException("give an http or https address");
        }
        return new Address(text);
    }

    private static boolean isAddress(String text) {
        var lower = text.toLowerCase(Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://");
    }

    private static Source upload(String id) {
        if (!IDENTIFIER.matcher(id).matches()) {
            throw new IllegalArgumentException("no upload has such an id");
        }
        return new Upload(id);
    }

    Pattern IDENTIFIER = Pattern.compile("[A-Za-z0-9_-]{1,64}");
}
