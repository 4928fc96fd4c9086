package media.usenet.holders;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import media.usenet.storage.Mount;
import media.usenet.storage.Mounts;

/// Tells from the mounts of a container's process what it sees of the pool.
public final class ContainerViews {

    private static final Comparator<Mount> BY_DEPTH =
            Comparator.comparingInt(mount -> mount.root().getNameCount());
    private static final Comparator<Mount> BLIND_LAST =
            Comparator.comparing(mount -> !of(mount).sees());

    private final Path proc;

    /// @param proc `/proc` on a real host
    public ContainerViews(Path proc) {
        this.proc = proc;
    }

    /// Empty where nothing of the pool is bound into the container, or it has ended.
    ///
    /// @param pid of any process in it
    /// @param host what is mounted on the host
    /// @param root the pool root on the host
    public Optional<PoolView> of(int pid, List<Mount> host, Path root) {
        var mountinfo = new ProcessFiles(proc.resolve(Integer.toString(pid))).text("mountinfo");
        return mountinfo == null ? Optional.empty() : of(Mount.parse(mountinfo), host, root);
    }

    private static Optional<PoolView> of(List<Mount> seen, List<Mount> host, Path root) {
        return Mounts.holding(root, host)
                .flatMap(pool -> bound(seen, pool, root)
                        .map(ContainerViews::of)
                        .or(() ->
                                isEarlier(seen, pool, host, root) ? Optional.of(PoolView.EARLIER) : Optional.empty()));
    }

    /// A container that is older than the guard still binds the folder that the guard now lies on, or the guard of
    /// before, which no process of the host can see any more.
    private static boolean isEarlier(List<Mount> seen, Mount pool, List<Mount> host, Path root) {
        if (!pool.point().equals(root)) {
            return false;
        }
        var below = Optional.ofNullable(root.getParent()).flatMap(parent -> Mounts.holding(parent, host));
        return below.flatMap(mount -> bound(seen, mount, root)).isPresent()
                || seen.stream().anyMatch(mount -> isGone(mount, host) && isAlike(mount, pool));
    }

    private static boolean isGone(Mount mount, List<Mount> host) {
        return host.stream().noneMatch(each -> each.number().equals(mount.number()));
    }

    private static boolean isAlike(Mount mount, Mount pool) {
        return mount.type().equals("tmpfs")
                && mount.type().equals(pool.type())
                && mount.source().equals(pool.source());
    }

    /// A container may bind the pool, a folder above it, or, which is less, one below it; anywhere, and more than once.
    /// What counts is the one that is nearest to the pool, and of equal ones that which sees less.
    private static Optional<Mount> bound(List<Mount> seen, Mount pool, Path root) {
        var folder = pool.root().resolve(pool.point().relativize(root));
        var bound = seen.stream()
                .filter(mount -> mount.number().equals(pool.number()))
                .toList();
        return bound.stream()
                .filter(mount -> folder.startsWith(mount.root()))
                .max(BY_DEPTH.thenComparing(BLIND_LAST))
                .or(() -> bound.stream()
                        .filter(mount -> mount.root().startsWith(folder))
                        .max(BY_DEPTH.reversed().thenComparing(BLIND_LAST)));
    }

    private static PoolView of(Mount mount) {
        return mount.slave() ? PoolView.RSLAVE : mount.shared() ? PoolView.RSHARED : PoolView.RPRIVATE;
    }
}
