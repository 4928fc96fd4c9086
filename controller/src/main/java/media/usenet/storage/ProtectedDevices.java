package media.usenet.storage;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What of the machine's disks must never be touched, and why. Pure: the same facts give the same answer.
public final class ProtectedDevices {

    private static final String MEMBER = "part of an array or volume group: managed elsewhere";
    private static final String PUT_TOGETHER = "an array or a volume of a group: managed elsewhere";
    private static final List<Place> SYSTEM = Stream.of(
                    "/",
                    "/boot",
                    "/boot/efi",
                    "/boot/firmware",
                    "/efi",
                    "/usr",
                    "/etc",
                    "/var",
                    "/var/lib",
                    "/var/log",
                    "/opt",
                    "/home",
                    "/root")
            .map(path -> new Place(Path.of(path), "the system runs from it"))
            .toList();

    private final Map<String, String> used = new HashMap<>();
    private final Map<String, String> disks = new HashMap<>();

    /// A folder whose devices are to be left alone.
    ///
    /// @param path with no link in it
    /// @param because without the path: `Docker's data`
    public record Place(Path path, String because) {}

    private ProtectedDevices() {}

    /// @param swaps the text of `/proc/swaps`
    /// @param places more than those that every system has
    /// @param nameOf the kernel's name of a device: [DeviceLinks#name]
    public static ProtectedDevices of(
            List<BlockDevice> devices,
            List<Mount> mounts,
            String swaps,
            List<Place> places,
            UnaryOperator<String> nameOf) {
        var tree = new DeviceTree(devices, mounts, nameOf);
        var found = new ProtectedDevices();
        for (var place : Stream.concat(SYSTEM.stream(), places.stream()).toList()) {
            found.use(tree.beneath(place.path()), "%s (%s)".formatted(place.because(), place.path()));
        }
        for (var swap : swaps(swaps)) {
            var beneath = swap.startsWith("/dev/") ? tree.beneath(swap) : tree.beneath(Path.of(swap));
            found.use(beneath, "swap");
        }
        found.use(devices.stream().filter(device -> !device.holders().isEmpty()).toList(), MEMBER);
        found.use(devices.stream().filter(ProtectedDevices::isPutTogether).toList(), PUT_TOGETHER);
        found.spread(devices);
        return found;
    }

    /// Why this device must be neither mounted nor written to; empty where nothing speaks against it.
    public Optional<String> because(BlockDevice device) {
        return Optional.ofNullable(used.get(device.name()));
    }

    /// Why this device must not be written to as a whole: it, or one of its partitions, must not be touched. Its other
    /// partitions may be.
    public Optional<String> notAsAWhole(BlockDevice device) {
        return because(device).or(() -> Optional.ofNullable(disks.get(device.name())));
    }

    private void use(Iterable<BlockDevice> devices, String because) {
        devices.forEach(device -> used.putIfAbsent(device.name(), because));
    }

    /// To the partitions of a disk that is used as a whole, and to the disks of partitions that are used.
    private void spread(List<BlockDevice> devices) {
        for (var partition : devices.stream().filter(BlockDevice::isPartition).toList()) {
            var ofDisk = used.get(partition.disk());
            if (ofDisk != null) {
                used.putIfAbsent(partition.name(), ofDisk);
            }
            var because = used.get(partition.name());
            if (because != null) {
                disks.putIfAbsent(partition.disk(), "%s is on it: %s".formatted(partition.name(), because));
            }
        }
    }

    private static boolean isPutTogether(BlockDevice device) {
        return device.transport().equals(Transport.DM.toString())
                || device.transport().equals(Transport.MD.toString());
    }

    /// The first of each line's fields, below a line of headings; proc(5).
    private static List<String> swaps(String text) {
        var found = new ArrayList<String>();
        text.lines().skip(1).map(line -> line.split("\\s", 2)[0]).forEach(name -> found.add(Escapes.undone(name)));
        found.removeIf(name -> !name.startsWith("/"));
        return found;
    }
}
