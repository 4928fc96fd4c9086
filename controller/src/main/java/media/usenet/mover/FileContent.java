package media.usenet.mover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import media.usenet.digest.Sha256;

/// What is in a file, as SHA-256.
final class FileContent {

    static final int CHUNK = 4 << 20;

    private FileContent() {}

    /// Of a symbolic link: where it leads.
    static String hash(Path file) throws IOException {
        if (Files.isSymbolicLink(file)) {
            return "-> " + Files.readSymbolicLink(file);
        }
        return Sha256.of(file, LinkOption.NOFOLLOW_LINKS);
    }

    static MessageDigest digest() {
        return Sha256.digest();
    }

    static String text(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
