package media.usenet.copies;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteBuffer;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class DigestTest {

    private static final int BUFFER_BYTES = 1 << 20;

    /// What was remembered with one must be known with the other.
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 3, 16, 129, 240, 241, 1024, 12_288, 131_072, 1_000_003})
    void java_and_the_library_say_the_same(int bytes) {
        assumeTrue(LibraryDigest.present(), "libxxhash.so.0 is not installed: only hash4j is used here");
        var content = ByteBuffer.allocateDirect(bytes);
        new Random(bytes).ints(bytes).forEach(word -> content.put((byte) word));
        content.flip();

        var ours = new JavaDigest(BUFFER_BYTES).begin().add(content).end();
        var theirs = new LibraryDigest();
        theirs.begin().add(ByteBuffer.allocateDirect(100));

        assertThat(theirs.begin().add(content).end()).isEqualTo(ours);
        int half = bytes / 2;
        assertThat(theirs.begin()
                        .add(content.slice(0, half))
                        .add(content.slice(half, bytes - half))
                        .end())
                .isEqualTo(ours);
    }

    /// The value of no bytes in xxHash's own tests.
    @Test
    void it_is_xxh3_as_others_compute_it() {
        assertThat(Digest.of(16).begin().add(ByteBuffer.allocateDirect(0)).end())
                .hasToString("99aa06d3014798d86001c324468d497f");
    }
}
