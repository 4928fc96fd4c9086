package media.usenet.holders;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import media.usenet.storage.Mount;

/// Tells from the mounts of a container's process what it sees of the pool.
public final class ContainerViews {

    /// Of two that show the same folder, the one that sees less comes last.
    private static final Comparator<Mount> BY_DEPTH = Comparator.comparingInt(
                    (Mount mount) -> mount.root().getNameCount())
            .thenComparing(mount -> !of(mount).sees());

    private final Path proc;

    /// @param proc `/proc` on a real host
    public ContainerViews(Path proc) {
        this.proc = proc;
    }

    /// Empty where nothing of the pool is bound into the container, or it has ended.
    ///
    /// @param pid of any process in it
    /// @param pool the host's mount that the pool root lies on
    /// @param root the pool root on the host
    public Optional<PoolView> of(int pid, Mount pool, Path root) {
        var mountinfo = new ProcessFiles(proc.resolve(Integer.toString(pid))).text("mountinfo");
        return mountinfo == null ? Optional.empty() : of(Mount.parse(mountinfo), pool, root);
    }

    /// A container may bind the pool, a folder above it, or, which is less, one below it; anywhere, and more than once.
    static Optional<PoolView> of(List<Mount> seen, Mount pool, Path root) {
        var folder = pool.root().resolve(pool.point().relativize(root));
        var bound = seen.stream()
                .filter(mount -> mount.number().equals(pool.number()))
                .toList();
        return bound.stream()
                .filter(mount -> folder.startsWith(mount.root()))
                .max(BY_DEPTH)
                .or(() -> bound.stream()
                        .filter(mount -> mount.root().startsWith(folder))
                        .max(BY_DEPTH))
                .map(ContainerViews::of);
    }

    private static PoolView of(Mount mount) {
        if (mount.slave()) {
            return new PoolView(true, "bound with rslave");
        }
        if (mount.shared()) {
            return new PoolView(true, "bound with rshared");
        }
        return new PoolView(false, "bound with rprivate: drives that come later stay invisible until it is made anew");
    }
}
