package media.usenet.digest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class Sha256Test {

    private static final int LONG = 300_007;

    private final byte[] bytes = new byte[LONG];

    @BeforeEach
    void opensslIsThere() {
        assumeTrue(OpensslSha256.there(), "skipped, OpenSSL 3 is not installed: Java does it all");
        new Random(5).nextBytes(bytes);
    }

    @Test
    void nothingHashesToWhatTheStandardSays() {
        assertThat(HexFormat.of().formatHex(new OpensslSha256().digest()))
                .isEqualTo("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    }

    @Test
    void openSslFindsWhatJavaFindsHoweverItIsFed() {
        var expected = Sha256.javas().digest(bytes);
        var direct = ByteBuffer.allocateDirect(LONG + 3)
                .position(3)
                .put(bytes)
                .flip()
                .position(3);
        var digest = new OpensslSha256();

        assertThat(digest.digest(bytes)).isEqualTo(expected);
        assertThat(fed(digest, ByteBuffer.wrap(bytes))).isEqualTo(expected);
        assertThat(fed(digest, direct)).isEqualTo(expected);
        assertThat(direct.hasRemaining()).isFalse();
        digest.update(bytes[0]);
        digest.update(bytes, 1, 70_000);
        digest.update(ByteBuffer.wrap(bytes, 70_001, LONG - 70_001).slice());
        assertThat(digest.digest()).isEqualTo(expected);
    }

    @Test
    void whatWasBegunCanBeForgotten() {
        var digest = new OpensslSha256();
        digest.update(bytes);
        digest.reset();
        assertThat(digest.digest(bytes)).isEqualTo(Sha256.javas().digest(bytes));
    }

    private static byte[] fed(MessageDigest digest, ByteBuffer buffer) {
        digest.update(buffer);
        return digest.digest();
    }
}
