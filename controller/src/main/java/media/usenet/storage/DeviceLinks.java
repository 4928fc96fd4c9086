package media.usenet.storage;

import java.io.IOException;
import java.nio.file.Path;

/// The kernel's names behind the names that people and tools give to devices.
public final class DeviceLinks {

    private static final String FOLDER = "/dev/";

    private final Path dev;

    /// @param dev `/dev` on a real host
    public DeviceLinks(Path dev) {
        this.dev = dev;
    }

    /// `dm-0` for `/dev/mapper/system-root`, `sdb1` for `/dev/disk/by-id/...`. Where no such link is, what stands
    /// behind `/dev/`; what does not lie there stays as it is.
    public String name(String device) {
        if (!device.startsWith(FOLDER)) {
            return device;
        }
        var rest = device.substring(FOLDER.length());
        try {
            return dev.toRealPath().relativize(dev.resolve(rest).toRealPath()).toString();
        } catch (IOException _) {
            return rest;
        }
    }
}
