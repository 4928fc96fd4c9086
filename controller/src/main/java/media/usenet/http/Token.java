package media.usenet.http;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Set;
import media.usenet.host.WholeFile;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// The secret that every caller of this controller must know: 256 random bits, in a file that only its owner can read.
final class Token {

    private static final int BYTES = 32;
    private static final Set<PosixFilePermission> OWNERS_ALONE = PosixFilePermissions.fromString("rw-------");

    private final byte[] value;

    private Token(String value) {
        this.value = value.getBytes(StandardCharsets.UTF_8);
    }

    /// Reads the token, or makes one where there is none; the file is its owner's alone from then on.
    static Token at(Path file) {
        try {
            if (!Files.exists(file) || Files.readString(file).isBlank()) {
                WholeFile.writePrivate(file, fresh() + "\n");
            }
            Files.setPosixFilePermissions(file, OWNERS_ALONE);
            return new Token(Files.readString(file).strip());
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_READ,
                    "cannot read the token %s: %s".formatted(file, e.getMessage()),
                    "let the controller's user read it, or remove it to have a new one made",
                    e);
        }
    }

    /// Compares in constant time.
    boolean matches(String candidate) {
        return value.length > 0 && MessageDigest.isEqual(value, candidate.getBytes(StandardCharsets.UTF_8));
    }

    private static String fresh() {
        var bytes = new byte[BYTES];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public String toString() {
        return "***";
    }
}
