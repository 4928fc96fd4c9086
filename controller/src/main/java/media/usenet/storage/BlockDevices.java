package media.usenet.storage;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/// The disks and partitions that the kernel knows now, from sysfs alone: no program is started, and no device is asked.
public final class BlockDevices {

    private static final int SECTOR_BYTES = 512;

    private final Path folder;

    /// @param sysfs `/sys` on a real host
    public BlockDevices(Path sysfs) {
        this.folder = sysfs.resolve("class/block");
    }

    /// Empty where there is no such device, or not any more.
    ///
    /// @param name the kernel's: `sdb1`, `cciss/c0d0`
    public Optional<BlockDevice> find(String name) {
        try {
            return read(folder.resolve(name.replace('/', '!')).toRealPath());
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    public List<BlockDevice> all() {
        var devices = new ArrayList<BlockDevice>();
        Attributes.names(folder).forEach(name -> find(name).ifPresent(devices::add));
        return devices;
    }

    /// A path of an NVMe disk that has several has no number: only the disk can be opened.
    private static Optional<BlockDevice> read(Path device) {
        var number = Attributes.text(device.resolve("dev"));
        if (number == null) {
            return Optional.empty();
        }
        boolean whole = Attributes.text(device.resolve("partition")) == null;
        var disk = whole ? device : Objects.requireNonNull(device.getParent());
        var identity = DiskIdentity.of(disk);
        return Optional.of(new BlockDevice(
                name(device),
                number,
                name(disk),
                whole ? null : (int) Attributes.number(device.resolve("partition")),
                Attributes.number(disk.resolve("diskseq")),
                // In 512 bytes each, whatever the size of the disk's own sectors.
                Attributes.number(device.resolve("size")) * SECTOR_BYTES,
                Attributes.isSet(device.resolve("ro")) || Attributes.isSet(disk.resolve("ro")),
                Attributes.isSet(disk.resolve("removable")),
                identity.transport(),
                identity.vendor(),
                identity.model(),
                identity.serial(),
                identity.wwn(),
                Attributes.field(device.resolve("uevent"), "PARTUUID"),
                holders(device),
                Attributes.text(disk.resolve("loop/backing_file"))));
    }

    private static List<String> holders(Path device) {
        return Attributes.names(device.resolve("holders")).stream()
                .map(BlockDevices::name)
                .toList();
    }

    private static String name(Path device) {
        return name(device.getFileName().toString());
    }

    /// A file's name cannot hold the slash that some drivers' names have.
    private static String name(String file) {
        return file.replace('!', '/');
    }
}
