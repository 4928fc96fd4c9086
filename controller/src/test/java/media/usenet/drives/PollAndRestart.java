package media.usenet.drives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import media.usenet.docker.ToyImages;
import media.usenet.docker.ToyImages.Toy;
import media.usenet.linux.LoopDrive;
import media.usenet.linux.Undo;

/// The other usual way: every ten seconds a script looks for the drive, mounts it and restarts the services, whose
/// binds are private as Docker makes them by itself. One service, that ends as soon as it is told to.
final class PollAndRestart {

    static final String LABEL = "usenet-poll";

    private static final Toy IMAGE = Toy.of("usenet/rig:1", 8080);
    private static final String FILE = """
            name: usenet-benchmark-poll
            services:
              reader:
                image: @IMAGE@
                network_mode: none
                entrypoint: ["/bin/sh", "-c", "trap 'exit 0' TERM; while :; do sleep 1000000 & wait; done"]
                volumes: ["@PLACE@:/pool"]
            """;
    private static final String SCRIPT = """
            while sleep 10; do
                device=$(blkid -c /dev/null -L "$1") || continue
                mountpoint -q "$2" && continue
                mount "$device" "$2" && docker compose --file "$3" restart
            done
            """;

    private final Path place;
    private final Path file;

    PollAndRestart(Path folder, Undo undo) throws IOException {
        new ToyImages().make(IMAGE);
        place = Files.createDirectories(folder.resolve("polled"));
        file = folder.resolve("polled.yaml");
        Files.writeString(file, FILE.replace("@IMAGE@", IMAGE.reference()).replace("@PLACE@", place.toString()));
        undo.later(() -> compose("down", "--timeout", "1"));
        compose("up", "--detach");
        var process = new ProcessBuilder("sh", "-c", SCRIPT, "poll", LABEL, place.toString(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        undo.later(() -> {
            process.descendants().forEach(ProcessHandle::destroy);
            process.destroy();
        });
    }

    /// Waits until a container that was started anew reads the file.
    void untilRead(String name) {
        Looking.until("the restarted container reads", () -> {
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
            var pid =
                    LoopDrive.run("docker", "inspect", "--format", "{{.State.Pid}}", "usenet-benchmark-poll-reader-1");
            return Files.isReadable(Path.of("/proc", pid.strip(), "root/pool", name));
        });
    }

    /// As it was before; not measured.
    void reset() {
        compose("stop", "--timeout", "1");
        LoopDrive.run("umount", place.toString());
        compose("start");
    }

    private void compose(String... arguments) {
        var argv = new ArrayList<>(List.of("docker", "compose", "--file", file.toString()));
        argv.addAll(List.of(arguments));
        LoopDrive.run(argv.toArray(String[]::new));
    }
}
