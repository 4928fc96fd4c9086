package media.usenet.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What of the system itself a program can see: programs, libraries, fonts, and what drivers of GPUs read.
final class SystemFolders {

    // Links into /usr on most systems, folders on old ones.
    private static final List<String> BESIDE_USR = List.of("bin", "sbin", "lib", "lib32", "lib64", "libx32");
    private static final List<String> NEEDED = List.of(
            "/etc/ld.so.cache",
            "/etc/ld.so.conf",
            "/etc/ld.so.conf.d",
            "/etc/alternatives",
            "/etc/fonts",
            "/var/cache/fontconfig",
            "/nix/store");
    private static final List<String> NEEDED_BY_DRIVERS = List.of(
            "/etc/OpenCL",
            "/etc/glvnd",
            "/etc/libva.conf",
            "/etc/vulkan",
            "/run/opengl-driver",
            "/sys/bus/pci",
            "/sys/class/drm",
            "/sys/dev/char",
            "/sys/devices");

    private final Path root;

    SystemFolders(Path root) {
        this.root = root;
    }

    List<String> arguments(boolean devices) {
        var arguments = new ArrayList<>(List.of("--ro-bind", "/usr", "/usr"));
        BESIDE_USR.forEach(name -> arguments.addAll(besideUsr(name)));
        var needed = Stream.concat(NEEDED.stream(), devices ? NEEDED_BY_DRIVERS.stream() : Stream.of())
                .toList();
        arguments.addAll(waysTo(needed.stream().map(Path::of)));
        needed.forEach(path -> arguments.addAll(List.of("--ro-bind-try", path, path)));
        return arguments;
    }

    /// The folders on the way to what is shown: bubblewrap by itself would make them for its own user alone.
    static List<String> waysTo(Stream<Path> shown) {
        return shown.map(Path::getParent)
                .flatMap(folder -> Stream.iterate(folder, it -> it.getNameCount() > 0, Path::getParent))
                .distinct()
                .sorted()
                .flatMap(folder -> Stream.of("--perms", "0755", "--dir", folder.toString()))
                .toList();
    }

    private List<String> besideUsr(String name) {
        var path = root.resolve(name);
        try {
            if (Files.isSymbolicLink(path)) {
                return List.of("--symlink", Files.readSymbolicLink(path).toString(), "/" + name);
            }
            return Files.isDirectory(path) ? List.of("--ro-bind", "/" + name, "/" + name) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Whether the program is seen without being named: what stands in `/usr`, or is called by name alone.
    boolean has(String program) {
        return !program.startsWith("/")
                || program.startsWith("/usr/")
                || BESIDE_USR.stream().anyMatch(name -> program.startsWith("/" + name + "/"));
    }
}
