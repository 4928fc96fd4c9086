package media.usenet.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import media.usenet.digest.Sha256;

/// SHA-256 of what passes by.
public final class Hashing {

    private static final int BUFFER = 1 << 17;

    private Hashing() {}

    public static MessageDigest sha256() {
        return Sha256.digest();
    }

    public static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }

    /// Copies to the end.
    ///
    /// @param most after how many bytes it is enough
    /// @return what was copied
    public static Copied copy(InputStream from, OutputStream to, long most) throws IOException {
        var digest = sha256();
        var buffer = new byte[BUFFER];
        long size = 0;
        for (int read = from.read(buffer); read >= 0 && size <= most; read = from.read(buffer)) {
            digest.update(buffer, 0, read);
            to.write(buffer, 0, read);
            size += read;
        }
        return new Copied(size, hex(digest));
    }

    public record Copied(long size, String sha256) {}

    public static Copied of(Path file) throws IOException {
        try (var from = Files.newInputStream(file)) {
            return copy(from, OutputStream.nullOutputStream(), Long.MAX_VALUE);
        }
    }
}
