package media.usenet.smart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.smart.SmartReport.NoAnswer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The real smartctl on a loop device, which has no SMART.
class SmartctlHostIT {

    private final HostProcessRunner programs = new HostProcessRunner();
    private final Smartctl smartctl = new Smartctl(programs);

    @TempDir
    private Path folder;

    private String device = "";

    @BeforeEach
    void attach() throws IOException {
        assumeTrue(run("smartctl", "--version") instanceof Outcome.Exited, "smartctl is not installed");
        assumeTrue(Files.isWritable(Path.of("/dev/loop-control")), "needs root and /dev/loop-control");
        var image = folder.resolve("image");
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.setLength(16 << 20);
        }
        var attached = (Outcome.Exited) run("losetup", "-f", "--show", image.toString());
        assertThat(attached.succeeded()).as(attached.stderr()).isTrue();
        device = attached.stdout().strip();
    }

    @AfterEach
    void detach() {
        if (!device.isEmpty()) {
            run("losetup", "-d", device);
        }
    }

    @Test
    void a_device_without_smart_is_unknown_in_smartctl_s_own_words() {
        assertThat(smartctl.read(target("loop"))).isEqualTo(new NoAnswer(device + ": Unable to detect device type"));
    }

    @Test
    void as_if_behind_a_bridge_every_type_is_tried_and_none_is_believed() {
        assertThat(smartctl.read(target("usb")))
                .isInstanceOfSatisfying(
                        NoAnswer.class,
                        report -> assertThat(report.because())
                                .startsWith(device + ": Unable to detect device type")
                                .contains("sntasmedia"));
    }

    @Test
    void a_self_test_is_refused_in_smartctl_s_own_words() {
        assertThatThrownBy(() -> smartctl.selfTest(target("loop"), Smartctl.Length.SHORT))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.SELF_TEST_NOT_STARTED);
                    assertThat(e.detail()).endsWith("Unable to detect device type");
                });
    }

    private SmartTarget target(String transport) {
        return new SmartTarget(null, device.substring("/dev/".length()), null, null, transport);
    }

    private Outcome run(String... argv) {
        return programs.run(Command.of(Duration.ofSeconds(10), argv));
    }
}
