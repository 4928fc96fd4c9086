package media.usenet.hardware;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import media.usenet.hardware.Gpu.Vendor;
import media.usenet.hardware.Gpu.Verdict;
import media.usenet.nvidia.NvidiaSmi;
import media.usenet.nvidia.NvmlAnswer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NvidiaTest {

    private static final GpuFamilies FAMILIES = GpuFamilies.load();
    private static final String SLOT = "0000:01:00.0";

    @Test
    void a_listed_gpu_gets_its_real_name_and_the_driver_version() {
        var gpu = refine(gpu("2504", "nvidia"), devices("NVIDIA GeForce RTX 3060", "NVIDIA_AMPERE"));
        assertThat(gpu.model()).isEqualTo("NVIDIA GeForce RTX 3060");
        assertThat(gpu.reason()).isEqualTo("driver nvidia 570.124.04 is loaded and lists it");
        assertThat(gpu.hwEncodeCandidates()).containsExactly("nvenc");
    }

    @Test
    void the_name_that_old_drivers_give_to_unknown_cards_is_not_taken() {
        assertThat(refine(gpu("2182", "nvidia"), devices("Graphics Device", "")).model())
                .isEqualTo("a card");
    }

    @Test
    void a_chip_newer_than_the_tables_is_placed_by_its_compute_capability() {
        var gpu = refine(gpu("ffee", "nvidia"), devices("NVIDIA GeForce", NvmlAnswer.family(8, 9)));
        assertThat(gpu.family()).isEqualTo("NVIDIA_ADA");
        assertThat(gpu.av1Encode()).isTrue();
    }

    @Test
    void a_card_without_encoder_stays_one() {
        var gpu = refine(gpu("20b2", "nvidia"), devices("NVIDIA A100-SXM4-80GB", "NVIDIA_AMPERE"));
        assertThat(gpu.verdict()).isEqualTo(Verdict.NO_ENCODER);
        assertThat(gpu.hwEncodeCandidates()).isEmpty();
    }

    @Test
    void a_missing_library_is_a_broken_driver() {
        var gpu = refine(gpu("2504", "nvidia"), new NvmlAnswer.Absent());
        assertThat(gpu.verdict()).isEqualTo(Verdict.DRIVER_BROKEN);
        assertThat(gpu.reason()).contains("libnvidia-ml.so.1 is not installed");
        assertThat(gpu.hwEncodeCandidates()).isEmpty();
    }

    @Test
    void each_error_code_is_told_in_words() {
        assertThat(reason(9)).contains("driver is not loaded");
        assertThat(reason(18)).contains("differ: restart the machine");
        assertThat(reason(15)).contains("fell off the bus");
        assertThat(reason(4)).contains("may not open /dev/nvidiactl");
        assertThat(reason(999)).contains("NVML error 999");
    }

    @Test
    void a_gpu_that_the_driver_does_not_list_is_broken() {
        var elsewhere = new NvmlAnswer.Devices("570.1", List.of());
        assertThat(refine(gpu("2504", "nvidia"), elsewhere).verdict()).isEqualTo(Verdict.DRIVER_BROKEN);
    }

    @Test
    void nouveau_s_gpu_is_not_judged_by_nvidia_s_library() {
        var gpu = gpu("2504", "nouveau");
        assertThat(refine(gpu, new NvmlAnswer.Absent())).isEqualTo(gpu);
    }

    @Test
    void xml_that_is_cut_short_says_nothing() {
        assertThat(NvidiaSmi.parse("<?xml version=\"1.0\"?><nvidia_smi_log><gpu>"))
                .isEmpty();
    }

    @Test
    void a_mismatch_that_nvidia_smi_tells_is_the_library_s_error_18() {
        var text = "Failed to initialize NVML: Driver/library version mismatch\nNVML library version: 535.183\n";
        assertThat(NvidiaSmi.parse(text)).contains(new NvmlAnswer.Refused(18));
    }

    private static String reason(int code) {
        return refine(gpu("2504", "nvidia"), new NvmlAnswer.Refused(code)).reason();
    }

    private static Gpu refine(Gpu gpu, NvmlAnswer answer) {
        return Nvidia.refine(List.of(gpu), answer, FAMILIES).getFirst();
    }

    private static NvmlAnswer devices(String name, String family) {
        var device = new NvmlAnswer.Device(SLOT, "10de:2504", name, "GPU-1", family, NvmlAnswer.Figures.UNKNOWN);
        return new NvmlAnswer.Devices("570.124.04", List.of(device));
    }

    private static Gpu gpu(String device, @Nullable String driver) {
        var family = FAMILIES.of("10de", device);
        var display = new PciDisplay(SLOT, "10de", device, driver, null, false, false, true);
        var judgement = Judgement.of(display, family, null);
        return new Gpu(
                Vendor.NVIDIA,
                "a card",
                "10de:" + device,
                SLOT,
                driver,
                null,
                null,
                List.of(),
                family.name(),
                judgement.worthATry() ? family.encoders() : List.of(),
                family.av1(),
                null,
                judgement.verdict(),
                judgement.reason());
    }
}
