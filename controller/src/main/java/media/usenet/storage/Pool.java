package media.usenet.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Tells how the pool root stands, and makes it fit to be bound with `rslave`.
public final class Pool {

    private static final Duration MOUNTING = Duration.ofSeconds(10);
    private static final String REMEDY =
            "run the controller as root, or make the mount that holds the pool shared: mount --make-rshared /";

    private final ProcessRunner programs;
    private final Mounts mounts;

    public Pool(ProcessRunner programs, Path mountinfo) {
        this.programs = programs;
        this.mounts = new Mounts(mountinfo);
    }

    public PoolFacts facts(Path root) {
        if (!Files.isDirectory(root)) {
            return new PoolFacts(root, false, false, "unknown", 0, 0);
        }
        try {
            // Docker, too, follows links to find what it binds.
            var mount = Mounts.holding(root.toRealPath(), mounts.all());
            var store = Files.getFileStore(root);
            return new PoolFacts(
                    root,
                    true,
                    mount.map(Mount::shared).orElse(false),
                    mount.map(Mount::type).orElse("unknown"),
                    store.getTotalSpace(),
                    store.getUsableSpace());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Makes the folder and, where it lies on a private mount, a shared mount of its own, with all that is mounted
    /// below it. Does nothing where all is well.
    ///
    /// Docker refuses to bind with `rslave` what is not on a shared mount. systemd makes `/` one; other inits leave
    /// it private.
    ///
    /// @throws ProblemException `POOL_NOT_READY`
    public void prepare(Path root) {
        try {
            Files.createDirectories(root);
        } catch (IOException e) {
            throw notReady(root, "cannot make the folder: " + e.getMessage(), "check the permissions of its parent");
        }
        if (!facts(root).shared()) {
            if (!isMountPoint(root)) {
                // With what is mounted below: a plain bind would hide the drives that are there already.
                mount(root, "--rbind", root.toString(), root.toString());
            }
            mount(root, "--make-rshared", root.toString());
        }
    }

    private boolean isMountPoint(Path root) {
        try {
            var real = root.toRealPath();
            return mounts.all().stream().anyMatch(mount -> mount.point().equals(real));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void mount(Path root, String... arguments) {
        var argv = new ArrayList<String>();
        argv.add("mount");
        argv.addAll(List.of(arguments));
        switch (programs.run(Command.of(MOUNTING, argv))) {
            case Outcome.Exited exited when exited.succeeded() -> {}
            case Outcome.Exited exited -> throw notReady(root, exited.stderr().strip(), REMEDY);
            case Outcome.TimedOut _ -> throw notReady(root, "mount did not end in " + MOUNTING, REMEDY);
            case Outcome.NotFound _ -> throw notReady(root, "there is no program mount", "install util-linux");
        }
    }

    private static ProblemException notReady(Path root, String why, String remedy) {
        return new ProblemException(
                Problem.POOL_NOT_READY, "the pool %s cannot be bound into containers: %s".formatted(root, why), remedy);
    }
}
