package media.usenet.pool;

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
import media.usenet.storage.Mount;
import media.usenet.storage.Mounts;

/// Makes a tree of the user's own fit to be bound with `rslave`, where the settings name one beside the pool.
public final class SharedTree {

    private static final Duration MOUNTING = Duration.ofSeconds(10);
    private static final String REMEDY =
            "run the controller as root, or make the mount that holds it shared: mount --make-rshared /";

    private final ProcessRunner programs;
    private final Mounts mounts;

    public SharedTree(ProcessRunner programs, Path mountinfo) {
        this.programs = programs;
        this.mounts = new Mounts(mountinfo);
    }

    /// Makes the folder, where it lies on a private mount, a shared mount of its own, with all that is mounted below
    /// it. Does nothing where all is well.
    ///
    /// Docker refuses to bind with `rslave` what is not on a shared mount. systemd makes `/` one; other inits leave
    /// it private.
    ///
    /// @throws ProblemException `POOL_NOT_READY`, also for a folder that is not there
    public void prepare(Path root) {
        if (!Files.isDirectory(root)) {
            // Made here it would lie on the system's own disk, in the place of a drive that is away.
            throw notReady(root, "it is not there", "mount the drive that holds it, or make it: mkdir -p " + root);
        }
        if (!isShared(root)) {
            if (!isMountPoint(root)) {
                // With what is mounted below: a plain bind would hide the drives that are there already.
                mount(root, "--rbind", root.toString(), root.toString());
            }
            mount(root, "--make-rshared", root.toString());
        }
    }

    private boolean isShared(Path root) {
        return Mounts.holding(real(root), mounts.all()).map(Mount::shared).orElse(false);
    }

    private boolean isMountPoint(Path root) {
        var real = real(root);
        return mounts.all().stream().anyMatch(mount -> mount.point().equals(real));
    }

    /// Docker, too, follows links to find what it binds.
    private static Path real(Path root) {
        try {
            return root.toRealPath();
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
                Problem.POOL_NOT_READY,
                "the folder %s cannot be bound into containers: %s".formatted(root, why),
                remedy);
    }
}
