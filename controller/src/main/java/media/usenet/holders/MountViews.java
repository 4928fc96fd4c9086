package media.usenet.holders;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import media.usenet.holders.ProcessFiles.DeniedException;
import media.usenet.storage.Mount;

/// What is mounted in each of the mount name spaces that processes live in. Each one is read once.
final class MountViews {

    private static final Path WHOLE = Path.of("/");

    private final Map<Integer, Path> spaces = new HashMap<>();
    private final Map<Path, List<Mount>> mounts = new HashMap<>();
    private final Map<Path, Path> roots = new HashMap<>();

    private MountViews() {}

    static MountViews of(List<ProcessFiles> processes) {
        var views = new MountViews();
        for (var process : processes) {
            try {
                views.add(process);
            } catch (DeniedException _) {
                // Others of its name space tell the same; it is left for whoever looks at what it holds.
            }
        }
        return views;
    }

    /// A process that changed its root sees less than the others in its name space, and under other paths.
    private void add(ProcessFiles process) {
        var space = process.link("ns/mnt");
        var root = process.link("root");
        if (space == null || root == null) {
            return;
        }
        spaces.put(process.pid(), space);
        var known = roots.get(space);
        if (known == null || (root.equals(WHOLE) && !known.equals(WHOLE))) {
            var mountinfo = process.text("mountinfo");
            if (mountinfo != null) {
                roots.put(space, root);
                mounts.put(space, Mount.parse(mountinfo));
            }
        }
    }

    /// What is mounted where this process lives.
    List<Mount> seenBy(ProcessFiles process) {
        var space = spaces.get(process.pid());
        return space == null ? List.of() : mounts.getOrDefault(space, List.of());
    }

    /// Every mount of the device, by its id. A process can hold a file of a mount that its own name space does not
    /// have.
    Map<Integer, Mount> of(String deviceNumber) {
        return mounts.values().stream()
                .flatMap(Collection::stream)
                .filter(mount -> mount.number().equals(deviceNumber))
                .collect(Collectors.toMap(Mount::id, mount -> mount, (one, _) -> one));
    }
}
