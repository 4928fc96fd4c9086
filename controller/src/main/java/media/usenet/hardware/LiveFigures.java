package media.usenet.hardware;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import media.usenet.hardware.HardwareStatus.GpuStatus;
import media.usenet.nvidia.Nvml;
import media.usenet.nvidia.NvmlAnswer;
import org.jspecify.annotations.Nullable;

/// Live figures of the machine and its GPUs.
final class LiveFigures {

    private final Hardware hardware;
    private final Nvml nvml;
    private @Nullable Map<String, Long> lastTicks;

    LiveFigures(Hardware hardware, Nvml nvml) {
        this.hardware = hardware;
        this.nvml = nvml;
    }

    HardwareStatus status() {
        var proc = new ProcFiles(hardware.tree());
        var memory = proc.memory();
        return new HardwareStatus(
                proc.load(),
                cpuUsage(proc.ticks().getOrDefault("cpu", Map.of())),
                new HardwareStatus.Memory(memory.get("MemTotal"), memory.get("MemAvailable")),
                proc.temperatures(),
                gpus(hardware.gpus()));
    }

    private List<GpuStatus> gpus(List<Gpu> gpus) {
        return gpus.stream().map(gpu -> status(gpu, figures(gpu))).toList();
    }

    private static GpuStatus status(Gpu gpu, NvmlAnswer.Figures figures) {
        return new GpuStatus(
                gpu.slot(),
                gpu.model(),
                figures.usage(),
                figures.encoderUsage(),
                figures.memoryUsedBytes(),
                figures.celsius());
    }

    NvmlAnswer.Figures figures(Gpu gpu) {
        return switch (gpu.vendor()) {
            case NVIDIA -> device(gpu).map(NvmlAnswer.Device::figures).orElse(NvmlAnswer.Figures.UNKNOWN);
            case AMD -> amd(gpu);
            // The drivers of these count per process only, in /proc/PID/fdinfo.
            case BROADCOM, INTEL, ROCKCHIP, UNKNOWN -> NvmlAnswer.Figures.UNKNOWN;
        };
    }

    /// What NVML says of a GPU. A laptop's sleeping card is not woken for it.
    Optional<NvmlAnswer.Device> device(Gpu gpu) {
        var tree = hardware.tree();
        if (!tree.live() || !Nvidia.held(gpu) || Nvidia.asleep(tree, gpu)) {
            return Optional.empty();
        }
        return nvml.answer() instanceof NvmlAnswer.Devices devices ? devices.at(gpu.slot()) : Optional.empty();
    }

    private NvmlAnswer.Figures amd(Gpu gpu) {
        var proc = new ProcFiles(hardware.tree());
        var device = "/sys/bus/pci/devices/" + gpu.slot();
        var celsius = hardware.tree().names(device + "/hwmon").stream()
                .flatMap(chip -> proc.sensors(device + "/hwmon/" + chip).stream())
                .map(HardwareStatus.Temperature::celsius)
                .findFirst();
        return new NvmlAnswer.Figures(
                proc.number(device + "/gpu_busy_percent")
                        .map(percent -> percent / 100.0)
                        .orElse(null),
                null,
                null,
                proc.number(device + "/mem_info_vram_total").orElse(null),
                proc.number(device + "/mem_info_vram_used").orElse(null),
                celsius.orElse(null));
    }

    private synchronized @Nullable Double cpuUsage(Map<String, Long> ticks) {
        var before = Optional.ofNullable(lastTicks).orElse(Map.of());
        lastTicks = ticks;
        var total = sum(ticks) - sum(before);
        var idle = idle(ticks) - idle(before);
        return ticks.isEmpty() || total <= 0 ? null : Math.clamp((double) (total - idle) / total, 0, 1);
    }

    private static long sum(Map<String, Long> ticks) {
        return ticks.values().stream().mapToLong(Long::longValue).sum();
    }

    private static long idle(Map<String, Long> ticks) {
        return Stream.of("idle", "iowait")
                .mapToLong(mode -> ticks.getOrDefault(mode, 0L))
                .sum();
    }
}
