package media.usenet.encoders;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.hardware.Gpu;
import media.usenet.hardware.HardwareProfile;
import media.usenet.job.Lane;
import media.usenet.video.Device;
import media.usenet.video.Family;
import org.junit.jupiter.api.Test;

class CandidatesTest {

    private static final List<Path> NVIDIA_NODES = List.of(Path.of("/dev/nvidia0"), Path.of("/dev/nvidiactl"));
    private static final Map<String, HardwareProfile> PROFILES = Map.of(
            "intel",
            new HardwareProfile(
                    "intel",
                    "Intel",
                    List.of(),
                    List.of(),
                    Optional.empty(),
                    Map.of("LIBVA_DRIVER_NAME", "iHD"),
                    List.of(),
                    3));

    private static List<Candidate> of(Gpu... gpus) {
        return Candidates.of(TestMachines.facts(List.of(gpus)), PROFILES, NVIDIA_NODES, 2);
    }

    @Test
    void without_a_gpu_the_cpu_is_left() {
        assertThat(of()).singleElement().satisfies(cpu -> {
            assertThat(cpu.device()).isEqualTo(Device.CPU);
            assertThat(cpu.encoders()).hasSize(4);
            assertThat(cpu.lane(cpu.encoders().getFirst())).isEqualTo(new Lane("cpu", 2));
        });
    }

    @Test
    void a_gpu_is_tried_by_every_api_in_its_order_with_its_own_node_slots_and_environment() {
        var gpu = of(TestMachines.intel()).getFirst();
        assertThat(gpu.encoders().stream().map(encoder -> encoder.family()))
                .containsExactly(Family.QSV, Family.VAAPI_INTEL);
        assertThat(gpu.device().nodes()).containsExactly(Path.of("/dev/dri/renderD129"));
        assertThat(gpu.environment()).containsEntry("LIBVA_DRIVER_NAME", "iHD");
        assertThat(gpu.lane(gpu.encoders().getFirst())).isEqualTo(new Lane("qsv:0000:00:02.0", 3));
    }

    @Test
    void cuda_counts_by_slot_whatever_order_the_kernel_found_them_in() {
        var found = of(TestMachines.nvidia("0000:41:00.0"), TestMachines.intel(), TestMachines.nvidia("0000:01:00.0"));
        assertThat(found.get(0).device().index()).isEqualTo(1);
        assertThat(found.get(2).device().index()).isZero();
        assertThat(found.getFirst().environment()).containsEntry("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
        assertThat(found.getFirst().device().nodes()).isEqualTo(NVIDIA_NODES);
    }

    @Test
    void a_gpu_whose_driver_cannot_encode_is_not_tried() {
        assertThat(of(TestMachines.nouveau())).hasSize(1);
    }
}
