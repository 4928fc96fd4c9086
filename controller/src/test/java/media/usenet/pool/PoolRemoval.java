package media.usenet.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.storage.Mount;
import media.usenet.storage.Mounts;

/// Takes a test's pool off the machine again, whatever became of it.
public final class PoolRemoval {

    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private PoolRemoval() {}

    public static void remove(Path root, Path run) throws IOException {
        var places = List.of(real(root), real(run));
        var points = new Mounts(Path.of("/proc/self/mountinfo"))
                .all().reversed().stream()
                        .map(Mount::point)
                        .filter(point -> places.stream().anyMatch(point::startsWith))
                        .toList();
        points.forEach(point -> run("umount", "--lazy", point.toString()));
        if (Files.exists(root)) {
            run("chattr", "-i", root.toString());
            run("chmod", "0755", root.toString());
        }
    }

    private static Path real(Path path) throws IOException {
        return Files.exists(path) ? path.toRealPath() : path;
    }

    private static void run(String... argv) {
        new HostProcessRunner().run(Command.of(PATIENCE, argv));
    }
}
