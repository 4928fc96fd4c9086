package media.usenet.digest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;

/// Digests to feed with what is to be hashed.
///
/// Java uses the processor's instructions for SHA-256 only in code of its second compiler, and the controller runs
/// without that one: 125 MB/s, where OpenSSL does 1,690 (one core of an EPYC). So OpenSSL's library does it where it
/// is installed, and Java where it is not.
public final class Sha256 {

    private static final int CHUNK = 4 << 20;
    private static final boolean OPENSSL = OpensslSha256.there();

    private Sha256() {}

    /// For one thread.
    public static MessageDigest digest() {
        return OPENSSL ? new OpensslSha256() : javas();
    }

    /// Of what is in a file, as hexadecimal digits.
    public static String of(Path file, LinkOption... links) throws IOException {
        var digest = digest();
        var options = new HashSet<OpenOption>(List.of(links));
        options.add(StandardOpenOption.READ);
        try (var channel = FileChannel.open(file, options)) {
            var chunk = ByteBuffer.allocateDirect(CHUNK);
            while (channel.read(chunk) >= 0) {
                digest.update(chunk.flip());
                chunk.clear();
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    static MessageDigest javas() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
