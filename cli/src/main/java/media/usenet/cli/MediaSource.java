package media.usenet.cli;

import java.nio.file.Path;

/// A source as it was named on the command line, as the controller has to be told it.
final class MediaSource {

    private static final String ADDRESS = "[A-Za-z][A-Za-z0-9+.-]*://.*";

    private MediaSource() {}

    /// Addresses and uploads are left as they are; a file is named from the root, since the controller works
    /// elsewhere.
    static String of(String word) {
        if (word.matches(ADDRESS) || word.startsWith("upload:")) {
            return word;
        }
        return path(word);
    }

    static String path(String word) {
        return Path.of(word).toAbsolutePath().normalize().toString();
    }
}
