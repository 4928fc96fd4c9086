package media.usenet.encoders;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import media.usenet.hardware.Gpu;
import media.usenet.hardware.Gpu.Vendor;
import media.usenet.hardware.HardwareFacts;
import media.usenet.hardware.HardwareProfile;
import media.usenet.video.Device;
import media.usenet.video.Encoder;
import media.usenet.video.Family;

/// From the machine's facts to what is worth proving; pure.
final class Candidates {

    /// How many where a hardware profile says nothing: no encoder in silicon takes fewer.
    private static final int SLOTS = 1;

    private Candidates() {}

    /// The GPUs in the machine's order, then the CPU.
    ///
    /// @param nvidiaNodes every `/dev/nvidia*` there is: CUDA counts those that it can open
    static List<Candidate> of(
            HardwareFacts facts, Map<String, HardwareProfile> profiles, List<Path> nvidiaNodes, int cpuSlots) {
        var candidates = new ArrayList<Candidate>();
        facts.gpus().stream()
                .filter(Gpu::usable)
                .map(gpu -> gpu(gpu, facts.gpus(), profiles, nvidiaNodes))
                .filter(candidate -> !candidate.encoders().isEmpty())
                .forEach(candidates::add);
        candidates.add(new Candidate(Device.CPU, encoders(Family.SOFTWARE), cpuSlots, Map.of()));
        return List.copyOf(candidates);
    }

    private static Candidate gpu(
            Gpu gpu, List<Gpu> all, Map<String, HardwareProfile> profiles, List<Path> nvidiaNodes) {
        var profile = Optional.ofNullable(gpu.hardwareProfile()).map(profiles::get);
        var environment =
                new HashMap<>(profile.map(HardwareProfile::environment).orElse(Map.of()));
        if (gpu.vendor() == Vendor.NVIDIA) {
            // Else CUDA counts the fastest first, and no index would mean a slot.
            environment.put("CUDA_DEVICE_ORDER", "PCI_BUS_ID");
        }
        var encoders = gpu.hwEncodeCandidates().stream()
                .flatMap(api -> family(api, gpu.vendor()).stream())
                .flatMap(family -> encoders(family).stream())
                .filter(encoder -> gpu.renderNode() != null || !byRenderNode(encoder.family()))
                .toList();
        int slots = profile.map(HardwareProfile::maxTranscodes)
                .filter(most -> most > 0)
                .orElse(SLOTS);
        return new Candidate(device(gpu, all, nvidiaNodes), encoders, slots, environment);
    }

    private static Device device(Gpu gpu, List<Gpu> all, List<Path> nvidiaNodes) {
        var nodes = gpu.vendor() == Vendor.NVIDIA
                ? nvidiaNodes.stream()
                : Stream.concat(Stream.ofNullable(gpu.renderNode()), gpu.deviceNodes().stream());
        return new Device(
                gpu.slot() == null ? "soc" : gpu.slot(),
                gpu.model(),
                gpu.vendor() == Vendor.NVIDIA ? cudaIndex(gpu, all) : 0,
                gpu.renderNode(),
                nodes.distinct().toList(),
                "%s %s".formatted(gpu.driver(), gpu.pci()));
    }

    private static int cudaIndex(Gpu gpu, List<Gpu> all) {
        return all.stream()
                .filter(other -> other.vendor() == Vendor.NVIDIA && "nvidia".equals(other.driver()))
                .map(Gpu::slot)
                .sorted(Comparator.nullsLast(Comparator.naturalOrder()))
                .toList()
                .indexOf(gpu.slot());
    }

    private static Optional<Family> family(String api, Vendor vendor) {
        return switch (api) {
            case "nvenc" -> Optional.of(Family.NVENC);
            case "qsv" -> Optional.of(Family.QSV);
            case "vaapi" -> Optional.of(vendor == Vendor.AMD ? Family.VAAPI_AMD : Family.VAAPI_INTEL);
            case "v4l2m2m" -> Optional.of(Family.V4L2M2M);
            case "rkmpp" -> Optional.of(Family.RKMPP);
            default -> Optional.empty();
        };
    }

    private static boolean byRenderNode(Family family) {
        return family == Family.QSV || family == Family.VAAPI_INTEL || family == Family.VAAPI_AMD;
    }

    private static List<Encoder> encoders(Family family) {
        return Encoder.all().stream()
                .filter(encoder -> encoder.family() == family)
                .toList();
    }
}
