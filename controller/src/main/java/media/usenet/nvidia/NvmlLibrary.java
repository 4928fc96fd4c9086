package media.usenet.nvidia;

import com.sun.jna.Memory;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// NVIDIA's management library (NVML), called through JNA: started, asked and shut down at each reading, so that no
/// GPU is held open between two. Signatures are those of `nvml.h`; every function ends with 0 or an error code.
public final class NvmlLibrary {

    private static final String NAME = "libnvidia-ml.so.1";
    private static final int TEXT_BYTES = 96;
    /// `nvmlPciInfo_t`: 16 bytes of an older bus id, five 32-bit numbers, 32 bytes of bus id.
    private static final int PCI_BYTES = 68;

    private static final int PCI_DEVICE_AT = 28;
    private static final int PCI_BUS_ID_AT = 36;
    /// `nvmlMemory_t`: total, free, used, 64 bits each.
    private static final int MEMORY_BYTES = 24;

    private static final int MEMORY_USED_AT = 16;

    private final NativeLibrary library;

    private NvmlLibrary(NativeLibrary library) {
        this.library = library;
    }

    /// Not to be called from two threads at once.
    public static NvmlAnswer read() {
        try {
            return new NvmlLibrary(NativeLibrary.getInstance(NAME)).answer();
        } catch (UnsatisfiedLinkError _) {
            return new NvmlAnswer.Absent();
        }
    }

    private NvmlAnswer answer() {
        var started = call("nvmlInit_v2");
        if (started != 0) {
            return new NvmlAnswer.Refused(started);
        }
        try {
            return devices();
        } finally {
            call("nvmlShutdown");
        }
    }

    private NvmlAnswer devices() {
        var count = new IntByReference();
        var code = call("nvmlDeviceGetCount_v2", count);
        if (code != 0) {
            return new NvmlAnswer.Refused(code);
        }
        var devices = new ArrayList<NvmlAnswer.Device>();
        for (var i = 0; i < count.getValue(); i++) {
            var handle = new PointerByReference();
            code = call("nvmlDeviceGetHandleByIndex_v2", i, handle);
            if (code != 0) {
                return new NvmlAnswer.Refused(code);
            }
            devices.add(device(handle.getValue()));
        }
        return new NvmlAnswer.Devices(text("nvmlSystemGetDriverVersion"), devices);
    }

    private NvmlAnswer.Device device(Pointer handle) {
        var pci = new Memory(PCI_BYTES);
        pci.clear();
        call("nvmlDeviceGetPciInfo_v3", handle, pci);
        var id = pci.getInt(PCI_DEVICE_AT);
        return new NvmlAnswer.Device(
                NvidiaSmi.slot(pci.getString(PCI_BUS_ID_AT)),
                id == 0 ? "" : String.format(Locale.ROOT, "%04x:%04x", id & 0xffff, id >>> 16),
                text("nvmlDeviceGetName", handle),
                text("nvmlDeviceGetUUID", handle),
                family(handle),
                figures(handle));
    }

    private String family(Pointer handle) {
        var major = new IntByReference();
        var minor = new IntByReference();
        return call("nvmlDeviceGetCudaComputeCapability", handle, major, minor) == 0
                ? NvmlAnswer.family(major.getValue(), minor.getValue())
                : "";
    }

    private NvmlAnswer.Figures figures(Pointer handle) {
        var memory = new Memory(MEMORY_BYTES);
        var hasMemory = call("nvmlDeviceGetMemoryInfo", handle, memory) == 0;
        return new NvmlAnswer.Figures(
                ratio(utilization(handle)),
                ratio(number("nvmlDeviceGetEncoderUtilization", handle, new IntByReference())),
                ratio(encoderCapacity(handle)),
                hasMemory ? memory.getLong(0) : null,
                hasMemory ? memory.getLong(MEMORY_USED_AT) : null,
                celsius(handle));
    }

    private @Nullable Integer utilization(Pointer handle) {
        // nvmlUtilization_t: gpu and memory, 32 bits each.
        var utilization = new Memory(2 * Integer.BYTES);
        return call("nvmlDeviceGetUtilizationRates", handle, utilization) == 0 ? utilization.getInt(0) : null;
    }

    private @Nullable Integer encoderCapacity(Pointer handle) {
        var capacity = new IntByReference();
        // Encoder type 0 is H.264.
        return call("nvmlDeviceGetEncoderCapacity", handle, 0, capacity) == 0 ? capacity.getValue() : null;
    }

    private @Nullable Double celsius(Pointer handle) {
        var celsius = new IntByReference();
        // Sensor 0 is the GPU itself.
        return call("nvmlDeviceGetTemperature", handle, 0, celsius) == 0 ? (double) celsius.getValue() : null;
    }

    private @Nullable Integer number(String function, Pointer handle, IntByReference second) {
        var first = new IntByReference();
        return call(function, handle, first, second) == 0 ? first.getValue() : null;
    }

    private static @Nullable Double ratio(@Nullable Integer percent) {
        return percent == null ? null : percent / 100.0;
    }

    private String text(String function, Object... before) {
        var text = new Memory(TEXT_BYTES);
        text.clear();
        var arguments = new ArrayList<Object>(List.of(before));
        arguments.add(text);
        arguments.add(TEXT_BYTES);
        return call(function, arguments.toArray()) == 0 ? text.getString(0) : "";
    }

    private int call(String function, Object... arguments) {
        try {
            return library.getFunction(function).invokeInt(arguments);
        } catch (UnsatisfiedLinkError _) {
            // A library older than the function: as if this GPU did not support it.
            return NvmlAnswer.NOT_SUPPORTED;
        }
    }
}
