package media.usenet.drives;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import media.usenet.storage.BlockDevice;
import media.usenet.storage.BlockDevices;
import media.usenet.superblock.Content;
import media.usenet.superblock.SuperblockProbe;

/// Which devices are here, and what they hold. Safe for many threads; what looks at a device may hang with it.
final class Attendance {

    private final BlockDevices devices;
    private final SuperblockProbe probe;
    private final Path dev;
    private final Map<String, Present> present = new ConcurrentHashMap<>();
    private final Map<String, Long> departed = new ConcurrentHashMap<>();
    private final Map<String, Long> announcements = new ConcurrentHashMap<>();

    /// @param dev `/dev` on a real host
    Attendance(BlockDevices devices, SuperblockProbe probe, Path dev) {
        this.devices = devices;
        this.probe = probe;
        this.dev = dev;
    }

    List<Present> all() {
        return List.copyOf(present.values());
    }

    Optional<Present> find(String name) {
        return Optional.ofNullable(present.get(name));
    }

    Path node(BlockDevice device) {
        return dev.resolve(device.name());
    }

    /// The kernel announced that it goes: it is gone from now on, although it may be seen for a while yet.
    void gone(String name) {
        newer(name);
        var earlier = present.remove(name);
        if (earlier != null) {
            departed.put(name, earlier.device().sequence());
        }
    }

    /// The kernel announced that it came or changed: looks at it anew.
    void look(String name) {
        departed.remove(name);
        long announcement = newer(name);
        var seen = devices.find(name).filter(device -> device.sizeBytes() > 0).map(this::read);
        // Reading takes its time, and what was announced meanwhile is newer than what was read.
        announcements.computeIfPresent(name, (_, newest) -> {
            if (newest == announcement) {
                seen.ifPresentOrElse(drive -> present.put(name, drive), () -> present.remove(name));
            }
            return newest;
        });
    }

    private long newer(String name) {
        return announcements.merge(name, 1L, Long::sum);
    }

    /// It is here, and reading from it fails; not another that has its name by now.
    void broken(Present drive, String because) {
        var broken = new Present(drive.device(), new Content.Unreadable(because));
        present.replace(drive.device().name(), drive, broken);
    }

    /// Names of the devices that must be looked at because no announcement told of them: new ones, changed ones, and
    /// ones that are gone.
    Set<String> overlooked() {
        var names = new HashSet<>(present.keySet());
        for (var device : devices.all()) {
            names.remove(device.name());
            if (unseen(device)) {
                names.add(device.name());
            }
        }
        return names;
    }

    private boolean unseen(BlockDevice device) {
        if (Long.valueOf(device.sequence()).equals(departed.get(device.name()))) {
            return false;
        }
        var known = present.get(device.name());
        return known == null
                ? device.sizeBytes() > 0
                : known.device().sequence() != device.sequence()
                        || known.device().sizeBytes() != device.sizeBytes();
    }

    private Present read(BlockDevice device) {
        return new Present(device, probe.read(node(device)));
    }
}
