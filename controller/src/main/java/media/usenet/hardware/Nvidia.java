package media.usenet.hardware;

import java.util.List;
import media.usenet.hardware.Gpu.Verdict;
import media.usenet.nvidia.NvmlAnswer;

/// What NVIDIA's own answers change in the facts: a driver that does not work, a model's real name, a chip newer than
/// the tables.
final class Nvidia {

    private Nvidia() {}

    /// Whether NVIDIA's driver holds it: the library says nothing about other GPUs.
    static boolean held(Gpu gpu) {
        return gpu.vendor() == Gpu.Vendor.NVIDIA && "nvidia".equals(gpu.driver());
    }

    static boolean asleep(Tree tree, Gpu gpu) {
        return tree.text("/sys/bus/pci/devices/" + gpu.slot() + "/power/runtime_status")
                .filter("suspended"::equals)
                .isPresent();
    }

    static List<Gpu> refine(List<Gpu> gpus, NvmlAnswer answer, GpuFamilies families) {
        return gpus.stream().map(gpu -> refine(gpu, answer, families)).toList();
    }

    private static Gpu refine(Gpu gpu, NvmlAnswer answer, GpuFamilies families) {
        var driver = gpu.driver();
        if (gpu.vendor() != Gpu.Vendor.NVIDIA || !(driver == null || driver.equals("nvidia"))) {
            return gpu;
        }
        return switch (answer) {
            case NvmlAnswer.Absent _ ->
                broken(gpu, "driver nvidia is loaded but its library libnvidia-ml.so.1 is not installed");
            case NvmlAnswer.Refused refused -> broken(gpu, refused.reason());
            case NvmlAnswer.Devices devices ->
                devices.at(gpu.slot())
                        .map(device -> listed(gpu, device, devices.driverVersion(), families))
                        .orElseGet(() -> broken(gpu, "the nvidia driver does not list it"));
        };
    }

    private static Gpu broken(Gpu gpu, String reason) {
        return gpu.usable() ? judged(gpu, gpu.model(), new Judgement(Verdict.DRIVER_BROKEN, reason)) : gpu;
    }

    private static Gpu listed(Gpu gpu, NvmlAnswer.Device device, String driverVersion, GpuFamilies families) {
        // Older drivers call some cards "Graphics Device": the id says more.
        var model = device.name().isEmpty() || device.name().equals("Graphics Device") ? gpu.model() : device.name();
        if (gpu.verdict() == Verdict.NO_ENCODER) {
            return judged(gpu, model, new Judgement(gpu.verdict(), gpu.reason()));
        }
        var works = new Judgement(Verdict.OK, "driver nvidia %s is loaded and lists it".formatted(driverVersion));
        var family = gpu.family().endsWith("_UNKNOWN")
                ? families.named(Gpu.Vendor.NVIDIA, device.family()).orElse(GpuFamily.unknown(Gpu.Vendor.NVIDIA))
                : new GpuFamily(gpu.vendor(), gpu.family(), model, gpu.hwEncodeCandidates(), gpu.av1Encode(), true);
        return new Gpu(
                gpu.vendor(),
                model,
                gpu.pci(),
                gpu.slot(),
                "nvidia",
                gpu.renderNode(),
                gpu.renderGroup(),
                gpu.deviceNodes(),
                family.name(),
                family.encoders(),
                family.av1(),
                gpu.hardwareProfile(),
                works.verdict(),
                works.reason());
    }

    private static Gpu judged(Gpu gpu, String model, Judgement judgement) {
        return new Gpu(
                gpu.vendor(),
                model,
                gpu.pci(),
                gpu.slot(),
                gpu.driver(),
                gpu.renderNode(),
                gpu.renderGroup(),
                gpu.deviceNodes(),
                gpu.family(),
                judgement.worthATry() ? gpu.hwEncodeCandidates() : List.of(),
                gpu.av1Encode(),
                gpu.hardwareProfile(),
                judgement.verdict(),
                judgement.reason());
    }
}
