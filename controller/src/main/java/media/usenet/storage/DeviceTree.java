package media.usenet.storage;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// What lies beneath what: file systems on devices, arrays and volumes on partitions, loop devices on files.
final class DeviceTree {

    private static final Set<String> OVERLAID = Set.of("lowerdir", "upperdir", "lowerdir+");

    private final List<BlockDevice> devices;
    private final List<Mount> mounts;
    private final UnaryOperator<String> nameOf;

    DeviceTree(List<BlockDevice> devices, List<Mount> mounts, UnaryOperator<String> nameOf) {
        this.devices = devices;
        this.mounts = mounts;
        this.nameOf = nameOf;
    }

    /// Every device without which the path could not be read.
    Set<BlockDevice> beneath(Path path) {
        return beneath(devicesOf(path, mounts));
    }

    Set<BlockDevice> beneath(String device) {
        return beneath(named(nameOf.apply(device)).toList());
    }

    private Set<BlockDevice> beneath(Collection<BlockDevice> tops) {
        var found = new LinkedHashSet<BlockDevice>();
        var todo = new ArrayDeque<>(tops);
        while (!todo.isEmpty()) {
            var device = todo.removeFirst();
            if (found.add(device)) {
                todo.addAll(below(device));
            }
        }
        return found;
    }

    /// A partition of an array is held by the array's members, as the array itself is.
    private List<BlockDevice> below(BlockDevice top) {
        var backing = top.backing() == null
                ? Stream.<BlockDevice>empty()
                : devicesOf(Path.of(top.backing()), mounts).stream();
        var members = devices.stream()
                .filter(each ->
                        each.holders().contains(top.name()) || each.holders().contains(top.disk()));
        return Stream.concat(backing, members).toList();
    }

    private List<BlockDevice> devicesOf(Path path, List<Mount> among) {
        return Mounts.holding(path, among).map(mount -> devicesOf(mount, among)).orElse(List.of());
    }

    /// btrfs and overlays have a number that no device has.
    private List<BlockDevice> devicesOf(Mount mount, List<Mount> among) {
        var numbered = devices.stream()
                .filter(device -> device.number().equals(mount.number()))
                .toList();
        if (!numbered.isEmpty()) {
            return numbered;
        }
        if (mount.type().equals("overlay")) {
            var others = among.stream().filter(other -> !other.equals(mount)).toList();
            return overlaid(mount)
                    .flatMap(folder -> devicesOf(folder, others).stream())
                    .toList();
        }
        return named(nameOf.apply(mount.source())).toList();
    }

    private static Stream<Path> overlaid(Mount overlay) {
        return overlay.superOptions().stream()
                .map(option -> option.split("=", 2))
                .filter(option -> option.length == 2 && OVERLAID.contains(option[0]))
                .flatMap(option -> Arrays.stream(option[1].split(":")))
                .filter(folder -> folder.startsWith("/"))
                .sorted()
                .map(Path::of);
    }

    private Stream<BlockDevice> named(String name) {
        return devices.stream().filter(device -> device.name().equals(name));
    }
}
