package media.usenet.holders;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import media.usenet.storage.Mount;
import media.usenet.storage.Mounts;
import org.jspecify.annotations.Nullable;

/// What one process holds of one device.
final class Holdings {

    private static final Pattern MOUNT_ID = Pattern.compile("^mnt_id:\\s*(\\d+)", Pattern.MULTILINE);
    private static final Pattern FLAGS = Pattern.compile("^flags:\\s*([0-7]+)", Pattern.MULTILINE);
    // Address, permissions, offset, device, inode, path; proc_pid_maps(5).
    private static final Pattern MAPPING =
            Pattern.compile("^\\S+ (\\S{4}) \\S+ (\\S+) \\d+ +(/.*)$", Pattern.MULTILINE);
    private static final int OCTAL = 8;
    private static final long ACCESS_MODE = 3;

    private final ProcessFiles process;
    private final String deviceNumber;
    private final Map<Integer, Mount> mounts;
    private final List<Mount> seen;
    private final Set<String> paths = new TreeSet<>();
    private boolean writes;

    /// @param mounts of the device, by their ids
    /// @param seen what is mounted where the process lives
    Holdings(ProcessFiles process, String deviceNumber, Map<Integer, Mount> mounts, List<Mount> seen) {
        this.process = process;
        this.deviceNumber = deviceNumber;
        this.mounts = mounts;
        this.seen = seen;
    }

    @Nullable
    Holder holder() {
        process.names("fd").forEach(this::addOpenFile);
        addMapped();
        List.of("cwd", "root", "exe").forEach(this::addLink);
        var program = process.text("comm");
        var cgroup = process.text("cgroup");
        return paths.isEmpty() || program == null || cgroup == null
                ? null
                : new Holder(process.pid(), program.strip(), ContainerId.of(cgroup), List.copyOf(paths), writes);
    }

    /// Most are sockets, pipes and the like, whose links lead to no path: reading a link costs less than a file.
    private void addOpenFile(String descriptor) {
        var path = process.link("fd/" + descriptor);
        var info = path == null || !path.isAbsolute() ? null : process.text("fdinfo/" + descriptor);
        var id = info == null ? null : value(MOUNT_ID, info);
        var mount = id == null ? null : mounts.get(Integer.valueOf(id));
        if (info != null && path != null && mount != null) {
            paths.add(within(mount, path));
            var flags = value(FLAGS, info);
            writes |= flags != null && (Long.parseLong(flags, OCTAL) & ACCESS_MODE) != 0;
        }
    }

    private void addMapped() {
        var maps = process.text("maps");
        var device = hexadecimal(deviceNumber);
        if (maps == null || !maps.contains(" " + device + " ")) {
            return;
        }
        MAPPING.matcher(maps)
                .results()
                .filter(mapping -> mapping.group(2).equals(device))
                .forEach(mapping -> {
                    paths.add(within(Path.of(mapping.group(3))));
                    writes |= mapping.group(1).matches(".w.s");
                });
    }

    /// These name no mount: it is the one that their path lies on.
    private void addLink(String name) {
        var path = process.link(name);
        if (path != null && path.isAbsolute()) {
            Mounts.holding(path, seen)
                    .filter(mount -> mount.number().equals(deviceNumber))
                    .ifPresent(mount -> paths.add(within(mount, path)));
        }
    }

    private String within(Path path) {
        return mounts.values().stream()
                .filter(mount -> path.startsWith(mount.point()))
                .max(Comparator.comparingInt(mount -> mount.point().getNameCount()))
                .map(mount -> within(mount, path))
                .orElseGet(() -> plain(path));
    }

    /// A mount may show a folder of the file system as its root.
    private static String within(Mount mount, Path path) {
        return path.startsWith(mount.point())
                ? plain(mount.root().resolve(mount.point().relativize(path)))
                : plain(path);
    }

    private static String plain(Path path) {
        var text = path.normalize().toString();
        var relative = text.startsWith("/") ? text.substring(1) : text;
        return relative.isEmpty() ? "." : relative;
    }

    private static String hexadecimal(String number) {
        var parts = number.split(":", 2);
        return "%02x:%02x".formatted(Integer.valueOf(parts[0]), Integer.valueOf(parts[1]));
    }

    private static @Nullable String value(Pattern line, String text) {
        var found = line.matcher(text);
        return found.find() ? found.group(1) : null;
    }
}
