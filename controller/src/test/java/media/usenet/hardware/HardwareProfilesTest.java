package media.usenet.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwareProfilesTest {

    private static final Path SHIPPED = Path.of("../hardware-profiles");

    @TempDir
    Path own;

    @Test
    void every_shipped_file_loads() throws IOException {
        try (var files = Files.list(SHIPPED)) {
            assertThat(shipped().all()).hasSize((int) files.count());
        }
    }

    @Test
    void every_family_has_exactly_one_profile() {
        var families = shipped().all().values().stream()
                .flatMap(profile -> profile.families().stream())
                .toList();
        var known = new TreeSet<>(GpuFamilies.load().names());
        for (var vendor : new Gpu.Vendor[] {Gpu.Vendor.AMD, Gpu.Vendor.INTEL, Gpu.Vendor.NVIDIA, Gpu.Vendor.UNKNOWN}) {
            known.add(GpuFamily.unknown(vendor).name());
        }
        assertThat(families).containsExactlyInAnyOrderElementsOf(known);
    }

    @Test
    void an_own_file_takes_the_place_of_the_shipped_one() throws IOException {
        Files.writeString(own.resolve("nvidia.yaml"), "title: Mine\nmax-transcodes: 12\n");
        assertThat(profiles().all().get("nvidia"))
                .returns("Mine", HardwareProfile::title)
                .returns(12, HardwareProfile::maxTranscodes);
    }

    @Test
    void the_flaws_of_all_files_are_told_at_once() throws IOException {
        Files.writeString(own.resolve("one.yaml"), "title: One\nencoder: [nvenc]\n");
        Files.writeString(own.resolve("two.yaml"), "encoders: nvnc\nmax-transcodes: many\n");
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(profiles()::all)
                .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.HARDWARE_PROFILE_INVALID))
                .satisfies(e -> assertThat(e.flaws())
                        .extracting(Flaw::toString)
                        .containsExactly(
                                "one.yaml:2: encoder: is unknown; did you mean 'encoders'?",
                                "two.yaml: title: is required",
                                "two.yaml:1: encoders: must be of nvenc, qsv, vaapi, v4l2m2m, rkmpp, not 'nvnc'",
                                "two.yaml:2: max-transcodes: must be a whole number from 0 to 64, not 'many'"));
    }

    @Test
    void the_environment_keeps_the_order_of_the_file() {
        assertThat(Objects.requireNonNull(shipped().all().get("nvidia"))
                        .environment()
                        .keySet())
                .containsExactly("NVIDIA_VISIBLE_DEVICES", "NVIDIA_DRIVER_CAPABILITIES");
    }

    @Test
    void a_folder_that_is_not_there_holds_no_profiles() {
        assertThat(new HardwareProfiles(own.resolve("none"), Optional.empty()).all())
                .isEmpty();
    }

    private static HardwareProfiles shipped() {
        return new HardwareProfiles(SHIPPED, Optional.empty());
    }

    private HardwareProfiles profiles() {
        return new HardwareProfiles(SHIPPED, Optional.of(own));
    }
}
