package media.usenet.encoders;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import media.usenet.ffmpeg.FailureKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodeCheckTest {

    @TempDir
    Path dev;

    @Test
    void a_node_that_opens_is_well() throws IOException {
        assertThat(NodeCheck.failure(List.of(Files.createFile(dev.resolve("renderD128")))))
                .isEmpty();
        assertThat(NodeCheck.failure(List.of())).isEmpty();
    }

    @Test
    void a_node_that_is_missing_is_named() {
        var node = dev.resolve("renderD129");
        assertThat(NodeCheck.failure(List.of(node))).hasValueSatisfying(failure -> {
            assertThat(failure.kind()).isEqualTo(FailureKind.NO_DEVICE);
            assertThat(failure.reason()).contains(node.toString());
        });
    }

    @Test
    void what_is_no_node_is_no_device() throws IOException {
        var folder = Files.createDirectory(dev.resolve("renderD130"));
        assertThat(NodeCheck.failure(List.of(folder)).orElseThrow().kind()).isEqualTo(FailureKind.NO_DEVICE);
    }
}
