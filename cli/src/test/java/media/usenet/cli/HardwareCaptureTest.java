package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwareCaptureTest {

    @TempDir
    private Path folder;

    @Test
    void doesNotWriteOverWhatIsThere() {
        try (var controller = new FakeController()) {
            var target = folder.resolve("mine").toString();
            assertThat(Ran.against(controller.url(), Ran.PIPE, "hardware", "capture", target)
                            .exit())
                    .isZero();
            var again = Ran.against(controller.url(), Ran.PIPE, "hardware", "capture", target);
            assertThat(again.exit()).isEqualTo(1);
            assertThat(again.err()).contains(target + " is there already");
        }
    }
}
