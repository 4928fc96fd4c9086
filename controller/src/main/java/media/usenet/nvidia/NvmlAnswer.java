package media.usenet.nvidia;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What NVIDIA's management library answered.
public sealed interface NvmlAnswer {

    int NOT_SUPPORTED = 3;
    int NO_PERMISSION = 4;
    int DRIVER_NOT_LOADED = 9;
    int GPU_LOST = 15;
    int VERSION_MISMATCH = 18;

    /// The generation of a GPU by its CUDA compute capability; empty when it is newer than this.
    static String family(int major, int minor) {
        return switch (major) {
            case 2 -> "NVIDIA_FERMI";
            case 3 -> "NVIDIA_KEPLER";
            case 5 -> "NVIDIA_MAXWELL";
            case 6 -> "NVIDIA_PASCAL";
            case 7 -> minor < 5 ? "NVIDIA_VOLTA" : "NVIDIA_TURING";
            case 8 -> minor < 9 ? "NVIDIA_AMPERE" : "NVIDIA_ADA";
            case 9 -> "NVIDIA_HOPPER";
            case 10, 11, 12 -> "NVIDIA_BLACKWELL";
            default -> "";
        };
    }

    /// There is no library.
    record Absent() implements NvmlAnswer {}

    /// The library is there and ended with this code.
    record Refused(int code) implements NvmlAnswer {

        /// One sentence with what to do.
        public String reason() {
            return switch (code) {
                case NO_PERMISSION -> "this user may not open /dev/nvidiactl (NVML error 4)";
                case DRIVER_NOT_LOADED -> "the nvidia library is there but its driver is not loaded (NVML error 9)";
                case GPU_LOST -> "the GPU fell off the bus and needs a restart of the machine (NVML error 15)";
                case VERSION_MISMATCH ->
                    "the nvidia library and the loaded driver differ: restart the machine (NVML error 18)";
                default -> "the nvidia driver does not work (NVML error %d)".formatted(code);
            };
        }
    }

    record Devices(String driverVersion, List<Device> devices) implements NvmlAnswer {

        public Devices {
            devices = List.copyOf(devices);
        }

        public Optional<Device> at(@Nullable String slot) {
            return devices.stream().filter(device -> device.slot().equals(slot)).findFirst();
        }
    }

    /// @param slot PCI slot as the kernel spells it
    /// @param pci `10de:2487`; empty when unknown
    /// @param family by the architecture that the device names itself; empty when unknown
    record Device(String slot, String pci, String name, String uuid, String family, Figures figures) {}

    /// Live figures; null is unknown.
    ///
    /// @param usage and `encoderUsage`: 0 to 1
    /// @param encoderCapacity how much of the H.264 encoder is free, 0 to 1
    record Figures(
            @Nullable Double usage,
            @Nullable Double encoderUsage,
            @Nullable Double encoderCapacity,
            @Nullable Long memoryTotalBytes,
            @Nullable Long memoryUsedBytes,
            @Nullable Double celsius) {

        public static final Figures UNKNOWN = new Figures(null, null, null, null, null, null);
    }
}
