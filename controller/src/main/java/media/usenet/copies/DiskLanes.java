package media.usenet.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import media.usenet.storage.BlockDevice;
import media.usenet.storage.BlockDevices;
import media.usenet.storage.Mount;
import media.usenet.storage.Mounts;

/// The disks below the files' file systems, from the kernel's own lists. A disk that cannot be told is taken for a
/// spinning one: that is never worse than somewhat slow.
final class DiskLanes implements Lanes {

    private final Path sysfs;
    private final BlockDevices devices;
    private final Mounts mounts;
    private final Map<Long, Lane> known = new ConcurrentHashMap<>();

    /// @param sysfs `/sys` on a real host
    DiskLanes(Path sysfs, Mounts mounts) {
        this.sysfs = sysfs;
        this.devices = new BlockDevices(sysfs);
        this.mounts = mounts;
    }

    @Override
    public Lane of(Content file) {
        return known.computeIfAbsent(file.key().device(), device -> look(file.path(), device));
    }

    private Lane look(Path file, long device) {
        var number = "%d:%d".formatted(major(device), minor(device));
        // Those of btrfs and ZFS have a number of their own; their mount names the disk.
        return devices.all().stream()
                .filter(disk -> disk.number().equals(number))
                .findFirst()
                .or(() -> Mounts.holding(file, mounts.all()).map(Mount::source).flatMap(this::named))
                .map(this::lane)
                .orElseGet(() -> new Lane(number, true));
    }

    private Optional<BlockDevice> named(String source) {
        return source.startsWith("/dev/")
                ? devices.find(Path.of(source).getFileName().toString())
                : Optional.empty();
    }

    private Lane lane(BlockDevice device) {
        return new Lane(device.disk(), rotates(device.disk()));
    }

    private boolean rotates(String disk) {
        try {
            var file =
                    sysfs.resolve("class/block").resolve(disk.replace('/', '!')).resolve("queue/rotational");
            return !Files.readString(file).strip().equals("0");
        } catch (IOException _) {
            return true;
        }
    }

    /// As makedev(3) puts them together.
    private static long major(long device) {
        return (device >>> 8 & 0xfff) | (device >>> 32 & ~0xfffL);
    }

    private static long minor(long device) {
        return (device & 0xff) | (device >>> 12 & 0xffffff00L);
    }
}
