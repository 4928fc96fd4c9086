package media.usenet.pool;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.MountCalls;
import media.usenet.pool.PoolFacts.State;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.storage.Mount;
import media.usenet.storage.Mounts;
import org.jspecify.annotations.Nullable;

/// The one tree that containers bind. Tells how it stands, and makes it.
public final class Pool {

    private static final String GUARDED = "nothing can be written where a drive is missing";
    private static final String WITHOUT_ROOT =
            "only root can mount its guard: where a drive is missing, the machine's own disk is written to";

    private final MountCalls calls;
    private final Mounts mounts;
    private final MountNamespace namespace;
    private final Path run;
    private final boolean root;

    /// @param machine `/` on a real host
    /// @param run folder of this run of the machine, where the guard's own mount and the staging place stand
    /// @param root whether this process may mount
    public Pool(MountCalls calls, Path machine, Path run, boolean root) {
        this.calls = calls;
        this.mounts = new Mounts(machine.resolve("proc/self/mountinfo"));
        this.namespace = new MountNamespace(machine);
        this.run = run;
        this.root = root;
    }

    public PoolFacts facts(Path poolRoot) {
        var real = real(poolRoot);
        var now = mounts.all();
        var guard = Guard.at(real, now);
        var shared = Mounts.holding(real, now).map(Mount::shared).orElse(false);
        if (guard.isPresent()) {
            return guard.get().readOnly()
                    ? new PoolFacts(poolRoot, State.GUARDED, GUARDED, shared)
                    : new PoolFacts(poolRoot, State.UNGUARDED, "its guard was made writable", shared);
        }
        if (Files.isDirectory(PoolLayout.tree(real))) {
            var because = root ? "a plain folder stands where its guard should be" : WITHOUT_ROOT;
            return new PoolFacts(poolRoot, State.UNGUARDED, because, shared);
        }
        return new PoolFacts(poolRoot, State.ABSENT, "nothing has made it yet", shared);
    }

    /// Makes the pool, or what is missing of it. Drives that are mounted in it stay. Does nothing where all is well.
    ///
    /// Anyone but root gets a plain folder.
    ///
    /// @throws ProblemException `POOL_NOT_EMPTY` where the guard would hide something; `POOL_NOT_READY`
    public void prepare(Path poolRoot) {
        try {
            Files.createDirectories(poolRoot);
            if (root) {
                guard(real(poolRoot));
            } else {
                makePlain(real(poolRoot));
            }
        } catch (ErrnoException e) {
            throw notReady(poolRoot, String.valueOf(e.getMessage()), "give the controller the right to mount", e);
        } catch (IOException e) {
            throw notReady(poolRoot, "it cannot be made: " + e, "look at its parent folder, its owner and its mode", e);
        }
    }

    /// The slots of a pool that has been made.
    public Slots slots(Path poolRoot) {
        var layout = layout(real(poolRoot));
        return new Slots(layout, root ? layout.writableTree() : layout.tree(), mounts);
    }

    private void guard(Path real) throws IOException {
        var now = mounts.all();
        var refusal = namespace.refusal(real, now);
        if (refusal.isPresent()) {
            throw notReady(real, refusal.get().why(), refusal.get().remedy(), null);
        }
        var folder = new PoolFolder(calls, real);
        if (Guard.at(real, now).isEmpty()) {
            requireNotMounted(real, now);
            folder.requireEmpty();
        }
        new Guard(calls, mounts, layout(real), folder).make();
    }

    private void requireNotMounted(Path real, List<Mount> now) {
        var other = Guard.top(real, now);
        // Into a container the pool's folder comes as a mount.
        if (other.isPresent() && !namespace.inContainer()) {
            throw PoolFolder.mounted(real, other.get());
        }
    }

    private void makePlain(Path real) throws IOException {
        Files.createDirectories(PoolLayout.tree(real));
        if (!facts(real).shared()) {
            throw notReady(
                    real,
                    "it lies on a private mount, which engines do not bind with rslave",
                    "run the controller as root, or make that mount shared: mount --make-rshared /",
                    null);
        }
    }

    private PoolLayout layout(Path real) {
        return new PoolLayout(real, real(run));
    }

    /// Docker and the kernel's mount table, too, know only where links lead to.
    private static Path real(Path path) {
        try {
            return Files.exists(path) ? path.toRealPath() : path.toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException notReady(Path root, String why, String remedy, @Nullable Throwable cause) {
        var detail = "the pool %s cannot be bound into containers: %s".formatted(root, why);
        return cause == null
                ? new ProblemException(Problem.POOL_NOT_READY, detail, remedy)
                : new ProblemException(Problem.POOL_NOT_READY, detail, remedy, cause);
    }
}
