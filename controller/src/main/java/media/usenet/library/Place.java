package media.usenet.library;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/// A path below its slot, as it stands in the database.
///
/// @param text with `/` between names
record Place(String text) {

    private static final int HASH_BYTES = 16;

    static Place of(Path relative) {
        return new Place(relative.toString());
    }

    Path path() {
        return Path.of(text);
    }

    String name() {
        return Objects.toString(path().getFileName(), "");
    }

    String hash() {
        return hash(text);
    }

    /// The hash of the folder that it lies in.
    String folder() {
        return hash(parent(text).toString());
    }

    /// The folder of a path below a root; empty for the root itself.
    static Path parent(String text) {
        return Objects.requireNonNullElse(Path.of(text).getParent(), Path.of(""));
    }

    static String hash(String text) {
        try {
            var sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(Arrays.copyOf(sha256, HASH_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
