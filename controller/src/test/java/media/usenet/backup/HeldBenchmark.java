package media.usenet.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import media.usenet.docker.ToyImages;
import media.usenet.docker.ToyImages.Toy;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;
import media.usenet.staging.Holding;
import media.usenet.staging.Recipe;
import media.usenet.staging.Source;
import media.usenet.staging.Stage;

/// For how long a container is paused while a database of 64 MB that it writes all the time, and that is not
/// SQLite's, is copied. Built and started as [BackupBenchmark] is, with the number of copies as its argument.
public final class HeldBenchmark {

    private static final String IMAGE = "media.usenet.test/held:1";
    private static final int SIZE = 64 << 20;
    private static final String WRITING =
            "while :; do printf x | dd of=/data/other.mdb bs=1 seek=$((RANDOM * 1000)) conv=notrunc 2>/dev/null; done";

    private final HostProcessRunner programs = new HostProcessRunner();
    private final String container = "usenet-held-" + ProcessHandle.current().pid();
    private final Path folder;

    private HeldBenchmark(Path folder) {
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        var benchmark = new HeldBenchmark(Files.createTempDirectory("held-benchmark"));
        try {
            benchmark.run(args.length == 0 ? 20 : Integer.parseInt(args[0]));
        } finally {
            benchmark.docker("rm", "--force", benchmark.container);
            benchmark.programs.run(Command.of(Duration.ofMinutes(1), "rm", "-rf", benchmark.folder.toString()));
        }
    }

    private void run(int copies) throws IOException {
        new ToyImages().make(Toy.of(IMAGE, 3000));
        var home = Files.createDirectories(folder.resolve("home"));
        Files.write(home.resolve("other.mdb"), new byte[SIZE]);
        docker(
                "run",
                "--detach",
                "--name",
                container,
                "--volume",
                home + ":/data",
                "--entrypoint",
                "/bin/sh",
                IMAGE,
                "-c",
                WRITING);
        var recipe = new Recipe(List.of("other.mdb"), List.of(), List.of("other.mdb"), List.of(), Recipe.USUAL_LARGEST);
        var source = new Source("apps/other", "other", home, recipe);
        var millis = new ArrayList<Double>();
        for (int copy = 0; copy < copies; copy++) {
            var staged =
                    new Stage(folder.resolve("stage"), _ -> Optional.of(paused())).take(List.of(source), (_, _) -> {});
            millis.add(staged.held().getOrDefault("other", 0.0));
        }
        millis.sort(null);
        System.out.printf(
                "paused %d times for 64 MB: median %.0f ms, at most %.0f ms%n",
                millis.size(), millis.get(millis.size() / 2), millis.getLast());
    }

    private Holding.Held paused() {
        docker("pause", container);
        return () -> docker("unpause", container);
    }

    private void docker(String... argv) {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(List.of(argv));
        if (!(programs.run(Command.of(Duration.ofMinutes(1), command)) instanceof Exited exited)
                || !exited.succeeded()) {
            throw new IllegalStateException(String.join(" ", command) + " failed");
        }
    }
}
