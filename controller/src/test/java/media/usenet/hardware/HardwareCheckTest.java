package media.usenet.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.nvidia.Nvml;
import media.usenet.nvidia.NvmlAnswer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwareCheckTest {

    private static final Path SHIPPED = Path.of("../hardware-profiles");

    @TempDir
    Path root;

    @TempDir
    Path own;

    @Test
    void a_working_gpu_and_one_without_encoder_are_nothing_to_find() throws IOException {
        assertThat(findings("""
                pci 0000:00:02.0 8086:46d1 030000 driver=i915 nodes=card0,renderD128
                pci 0000:01:00.0 10de:1d01 030000 driver=nouveau
                """)).isEmpty();
    }

    @Test
    void a_gpu_that_cannot_encode_yet_is_told_with_what_to_do() throws IOException {
        var findings = findings("pci 0000:01:00.0 10de:1c81 030000 driver=nouveau nodes=card0,renderD128");
        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GPU_DRIVER_MISSING");
            assertThat(finding.severity()).isEqualTo(Severity.WARNING);
            assertThat(finding.text())
                    .isEqualTo("NVIDIA GP107 (10de:1c81) at 0000:01:00.0: driver nouveau cannot encode: install the"
                            + " nvidia driver");
            assertThat(finding.remedy()).contains("install the nvidia driver");
        });
    }

    @Test
    void an_unreadable_hardware_profile_is_a_finding_and_breaks_nothing() throws IOException {
        Files.writeString(own.resolve("mine.yaml"), "titel: Mine\n");
        assertThat(findings("")).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("HARDWARE_PROFILE_INVALID");
            assertThat(finding.text()).contains("mine.yaml:1: titel: is unknown");
        });
    }

    @Test
    void missing_hardware_profiles_are_told() {
        var nowhere = new HardwareProfiles(own.resolve("none"), Optional.empty());
        assertThat(check(nowhere).findings()).extracting(Finding::code).containsExactly("HARDWARE_PROFILES_MISSING");
    }

    private List<Finding> findings(String facts) throws IOException {
        new FactText(root).write(facts);
        return check(new HardwareProfiles(SHIPPED, Optional.of(own))).findings();
    }

    private HardwareCheck check(HardwareProfiles profiles) {
        var nvml = new Nvml(NvmlAnswer.Absent::new, InstantSource.system());
        return new HardwareCheck(new Hardware(root, profiles, nvml), profiles);
    }
}
