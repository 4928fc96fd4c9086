package media.usenet.drives;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.storage.Mount;

/// All that is seen of the machine's drives at one moment.
///
/// @param untouchable names of devices that the machine itself lives on, with the reason
record Sight(List<Present> present, List<Mount> mounts, Map<String, String> untouchable) {

    Sight {
        present = List.copyOf(present);
        mounts = List.copyOf(mounts);
        untouchable = Map.copyOf(untouchable);
    }

    /// What is mounted on top at a place.
    Optional<Mount> at(Path point) {
        return mounts.reversed().stream()
                .filter(mount -> mount.point().equals(point))
                .findFirst();
    }

    /// The device whose file system is mounted there. btrfs has a number of its own instead of the device's.
    Optional<Present> beneath(Mount mount) {
        return present.stream()
                .filter(drive -> drive.device().number().equals(mount.number())
                        || mount.source().equals("/dev/" + drive.device().name()))
                .findFirst();
    }

    List<Present> with(DriveId id) {
        return present.stream()
                .filter(drive -> drive.holds(id))
                .filter(drive -> !untouchable.containsKey(drive.device().name()))
                .toList();
    }

    /// Whether the device of that appearance is still here.
    boolean has(long sequence) {
        return present.stream().anyMatch(drive -> drive.device().sequence() == sequence);
    }
}
