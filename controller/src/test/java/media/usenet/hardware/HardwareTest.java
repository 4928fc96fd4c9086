package media.usenet.hardware;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import media.usenet.hardware.Gpu.Verdict;
import media.usenet.nvidia.Nvml;
import media.usenet.nvidia.NvmlAnswer;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HardwareTest {

    private static final String LSPCI = """
            00:02.0 VGA compatible controller [0300]: Intel Corporation Alder Lake-N [UHD Graphics] [8086:46d0]
            \tSubsystem: Intel Corporation Alder Lake-N [UHD Graphics] [8086:7270]
            \tKernel driver in use: i915
            00:02.1 VGA compatible controller [0300]: Intel Corporation Alder Lake-N [UHD Graphics] [8086:46d0]
            \tKernel driver in use: i915
            00:1f.3 Audio device [0403]: Intel Corporation Alder Lake-N PCH [8086:54c8]
            \tKernel driver in use: snd_hda_intel
            """;

    @TempDir
    Path folder;

    private final Nvml nvml = new Nvml(NvmlAnswer.Absent::new, () -> Instant.EPOCH);
    private final Hardware hardware =
            new Hardware(Path.of("/"), new HardwareProfiles(Path.of("../hardware-profiles"), Optional.empty()), nvml);

    @Test
    void a_root_that_is_no_folder_is_refused() throws IOException {
        var file = Files.writeString(folder.resolve("file"), "");
        for (var root : List.of(file, folder.resolve("nowhere"))) {
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> hardware.facts(root))
                    .satisfies(e -> assertThat(e.problem()).isEqualTo(Problem.HARDWARE_ROOT_UNREADABLE));
        }
    }

    @Test
    void an_empty_folder_is_a_machine_of_which_nothing_is_known() {
        var facts = hardware.facts(folder);
        assertThat(facts.gpus()).isEmpty();
        assertThat(facts.cpu().model()).isEqualTo("unknown");
    }

    @Test
    void lspci_alone_tells_the_gpu_and_its_virtual_functions() throws IOException {
        Files.writeString(folder.resolve("lspci-nnk.txt"), LSPCI);
        var facts = hardware.facts(folder);
        assertThat(facts.virtualFunctions()).isEqualTo(1);
        assertThat(facts.gpus()).singleElement().satisfies(gpu -> {
            assertThat(gpu.model()).isEqualTo("Alder Lake-N [UHD Graphics]");
            assertThat(gpu.driver()).isEqualTo("i915");
            assertThat(gpu.slot()).isEqualTo("0000:00:02.0");
            assertThat(gpu.verdict()).isEqualTo(Verdict.UNKNOWN);
        });
    }

    @Test
    void vainfo_alone_tells_what_the_driver_encodes() throws IOException {
        Files.writeString(folder.resolve("vainfo.txt"), """
                vainfo: Driver version: Mesa Gallium driver 26.1.5 for AMD Radeon 780M Graphics (radeonsi, phoenix)
                vainfo: Supported profile and entrypoints
                      VAProfileH264High               :\tVAEntrypointEncSlice
                      VAProfileHEVCMain               : VAEntrypointVLD
                      VAProfileAV1Profile0            : VAEntrypointEncSlice
                """);
        assertThat(hardware.facts(folder).gpus()).singleElement().satisfies(gpu -> {
            assertThat(gpu.vendor()).isEqualTo(Gpu.Vendor.AMD);
            assertThat(gpu.av1Encode()).isTrue();
            assertThat(gpu.reason()).isEqualTo("vainfo says: h264 EncSlice, hevc VLD only, av1 EncSlice");
        });
    }

    @Test
    void nvidia_smi_that_found_no_driver_outweighs_a_tree_that_looks_well() throws IOException {
        Files.writeString(folder.resolve("nvidia-smi.txt"), """
                NVIDIA-SMI has failed because it couldn't communicate with the NVIDIA driver. Make sure that the latest \
                NVIDIA driver is installed and running.
                """);
        new FactText(folder.resolve("root")).write("pci 0000:01:00.0 10de:2504 030000 driver=nvidia");
        assertThat(hardware.facts(folder).gpus())
                .singleElement()
                .returns(Verdict.DRIVER_BROKEN, Gpu::verdict)
                .returns(List.of(), Gpu::hwEncodeCandidates);
    }

    @Test
    void links_that_leave_the_root_stay_inside_it() throws IOException {
        new FactText(folder).write("file /secret.txt inside\nlink /a/b/link ../../../../../../secret.txt");
        assertThat(new Tree(folder).text("/a/b/link")).contains("inside");
    }

    @Test
    void links_in_a_circle_end() throws IOException {
        new FactText(folder).write("link /a b\nlink /b a");
        assertThat(new Tree(folder).text("/a/file")).isEmpty();
    }

    @Test
    void nvml_is_asked_once_for_all_who_ask_within_seconds() {
        var asked = new ArrayList<Instant>();
        var now = new Instant[] {Instant.EPOCH};
        var one = new Nvml(
                () -> {
                    asked.add(now[0]);
                    return new NvmlAnswer.Absent();
                },
                () -> now[0]);
        one.answer();
        one.answer();
        assertThat(asked).hasSize(1);
        now[0] = now[0].plus(Duration.ofSeconds(6));
        one.answer();
        assertThat(asked).hasSize(2);
    }

    @Test
    void this_very_machine_is_read_without_complaint() {
        var facts = hardware.facts();
        assertThat(facts.cpu().threads()).isPositive();
        assertThat(facts.memory().totalBytes()).isPositive();
        assertThat(facts.os().kernel()).isNotEqualTo("unknown");
    }
}
