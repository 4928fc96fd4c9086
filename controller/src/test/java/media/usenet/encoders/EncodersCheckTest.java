package media.usenet.encoders;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.FFmpegVersion;
import media.usenet.ffmpeg.FailureKind;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.video.Codec;
import media.usenet.video.Device;
import media.usenet.video.Family;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class EncodersCheckTest {

    private static final String SLOT = "0000:00:02.0";
    private static final FFmpegVersion SAFE = new FFmpegVersion("9.0.2", 9, 0, 2);

    private static Proof proof(Family family, String device, @Nullable FailureKind failure) {
        return new Proof("encoder", family, device, Codec.H264, 8, false, Set.of(), failure, "said ffmpeg", 1);
    }

    private static List<Finding> findings(FFmpegVersion version, Map<String, String> resting, Proof... proofs) {
        var build = new FFmpegBuild(version, "0", Set.of(), Set.of(), Set.of(), Set.of());
        var candidates = Candidates.of(TestMachines.facts(List.of(TestMachines.intel())), Map.of(), List.of(), 1);
        return EncodersCheck.findings(new Machine(build, candidates, List.of(proofs), List.of(), resting));
    }

    @Test
    void a_machine_that_encodes_is_well() {
        assertThat(findings(SAFE, Map.of(), proof(Family.SOFTWARE, Device.CPU_ID, null), proof(Family.QSV, SLOT, null)))
                .isEmpty();
    }

    @Test
    void without_software_nothing_is_left_when_hardware_fails() {
        assertThat(findings(SAFE, Map.of(), proof(Family.QSV, SLOT, null)))
                .extracting(Finding::code)
                .containsExactly("NO_SOFTWARE_ENCODER");
    }

    @Test
    void a_gpu_that_proves_nothing_is_told_with_its_reason_and_its_remedy() {
        var found = findings(
                SAFE,
                Map.of(),
                proof(Family.SOFTWARE, Device.CPU_ID, null),
                proof(Family.QSV, SLOT, FailureKind.NO_PERMISSION));
        assertThat(found).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("GPU_DOES_NOT_ENCODE");
            assertThat(finding.text()).contains("said ffmpeg").contains(SLOT);
            assertThat(finding.remedy()).isEqualTo(FailureKind.NO_PERMISSION.remedy());
        });
    }

    @Test
    void a_device_that_rests_is_told() {
        assertThat(findings(
                        SAFE,
                        Map.of("qsv:" + SLOT, "3 failures"),
                        proof(Family.SOFTWARE, Device.CPU_ID, null),
                        proof(Family.QSV, SLOT, null)))
                .extracting(Finding::code)
                .containsExactly("ENCODER_RESTS");
    }

    @Test
    void an_old_ffmpeg_names_its_advisories_and_one_of_a_distribution_says_what_that_means() {
        var software = proof(Family.SOFTWARE, Device.CPU_ID, null);
        var gpu = proof(Family.QSV, SLOT, null);
        assertThat(findings(new FFmpegVersion("7.1.4", 7, 1, 4), Map.of(), software, gpu))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.text()).contains("CVE-2026-8461").doesNotContain("CVE-2026-107698");
                });
        assertThat(findings(new FFmpegVersion("5.1.9-0+deb12u1", 5, 1, 9), Map.of(), software, gpu))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.NOTICE);
                    assertThat(finding.text()).contains("CVE-2026-107698");
                });
    }
}
