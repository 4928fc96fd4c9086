package media.usenet.encoders;

import java.nio.file.Path;
import java.util.List;
import media.usenet.hardware.Gpu;
import media.usenet.hardware.Gpu.Vendor;
import media.usenet.hardware.Gpu.Verdict;
import media.usenet.hardware.HardwareFacts;
import org.jspecify.annotations.Nullable;

/// Machines that tests are about.
final class TestMachines {

    private TestMachines() {}

    static HardwareFacts facts(List<Gpu> gpus) {
        return new HardwareFacts(
                new HardwareFacts.Cpu("CPU", "x86_64", 4, 8),
                new HardwareFacts.Memory(16_000_000_000L),
                new HardwareFacts.Board("Example", "Mini"),
                new HardwareFacts.OperatingSystem("debian", "12", "Debian", "6.1.0", "none"),
                gpus,
                List.of(),
                0);
    }

    static Gpu intel() {
        return gpu(
                Vendor.INTEL,
                "UHD",
                "0000:00:02.0",
                "i915",
                "/dev/dri/renderD129",
                List.of("qsv", "vaapi"),
                Verdict.OK);
    }

    static Gpu nvidia(String slot) {
        return gpu(Vendor.NVIDIA, "RTX", slot, "nvidia", null, List.of("nvenc"), Verdict.OK);
    }

    static Gpu nouveau() {
        return gpu(
                Vendor.NVIDIA,
                "GTX 1050",
                "0000:02:00.0",
                "nouveau",
                "/dev/dri/renderD128",
                List.of(),
                Verdict.DRIVER_MISSING);
    }

    private static Gpu gpu(
            Vendor vendor,
            String model,
            String slot,
            String driver,
            @Nullable String node,
            List<String> candidates,
            Verdict verdict) {
        return new Gpu(
                vendor,
                model,
                "8086:0001",
                slot,
                driver,
                node == null ? null : Path.of(node),
                44,
                List.of(),
                vendor + "_X",
                candidates,
                null,
                vendor == Vendor.INTEL ? "intel" : null,
                verdict,
                "nouveau encodes nothing");
    }
}
