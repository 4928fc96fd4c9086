package media.usenet.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.MountCalls;
import media.usenet.linux.MountFlag;
import media.usenet.linux.Propagation;
import media.usenet.storage.Mount;
import media.usenet.storage.Mounts;

/// A tiny tmpfs in place of a folder of the machine's own disk. In the pool it is read-only, so that nothing can be
/// written where a drive is missing; slots are made through another mount of it, which containers do not see.
///
/// Every step finds what an earlier controller did, whole or in part, and goes on from there: drives stay mounted.
final class Guard {

    /// What `mount` shows as their devices.
    private static final String GUARD = "usenet-guard";

    private static final String STAGING = "usenet-staging";
    private static final String OPTIONS = "size=64k,nr_inodes=1k,mode=0755";
    private static final Set<MountFlag> WRITABLE =
            Set.copyOf(EnumSet.of(MountFlag.NO_SUID, MountFlag.NO_DEV, MountFlag.NO_EXEC));
    private static final Set<MountFlag> READ_ONLY =
            Set.copyOf(EnumSet.of(MountFlag.NO_SUID, MountFlag.NO_DEV, MountFlag.NO_EXEC, MountFlag.READ_ONLY));

    private final MountCalls calls;
    private final Mounts mounts;
    private final PoolLayout layout;
    private final PoolFolder folder;

    Guard(MountCalls calls, Mounts mounts, PoolLayout layout, PoolFolder folder) {
        this.calls = calls;
        this.mounts = mounts;
        this.layout = layout;
        this.folder = folder;
    }

    /// The mount at the pool root, if it is the guard.
    static Optional<Mount> at(Path root, List<Mount> mounts) {
        return top(root, mounts).filter(Guard::isGuard);
    }

    /// The last of the mounts on a point hides the others.
    static Optional<Mount> top(Path point, List<Mount> mounts) {
        return mounts.reversed().stream()
                .filter(mount -> mount.point().equals(point))
                .findFirst();
    }

    void make() throws IOException {
        Files.createDirectories(layout.guard());
        Files.createDirectories(layout.staging());
        makeWritable();
        makeStaging();
        if (at(layout.root(), mounts.all()).isEmpty()) {
            place();
        }
        complete();
    }

    private void makeWritable() throws IOException {
        var inPool = at(layout.root(), mounts.all());
        var here = at(layout.guard(), mounts.all());
        if (inPool.isPresent() && !inPool.map(Mount::number).equals(here.map(Mount::number))) {
            // The writable mount was lost. Containers hold the one in the pool: it must be the same file system.
            calls.bind(layout.root(), layout.guard());
            calls.remountBind(layout.guard(), WRITABLE);
        } else if (here.isEmpty()) {
            calls.mount(GUARD, layout.guard(), "tmpfs", WRITABLE, OPTIONS);
        }
        makePrivate(layout.guard());
        if (!Files.isDirectory(layout.writableTree())) {
            Files.createDirectory(layout.writableTree());
        }
    }

    private void makeStaging() throws ErrnoException {
        var here = top(layout.staging(), mounts.all());
        if (here.filter(mount -> mount.source().equals(STAGING)).isEmpty()) {
            calls.mount(STAGING, layout.staging(), "tmpfs", WRITABLE, OPTIONS);
        }
        makePrivate(layout.staging());
    }

    /// Makes the pool's mount complete where nobody sees it, then moves it to the root in one step: a copy of it that
    /// was writable would have reached every container which shows the root's parent.
    private void place() throws IOException {
        var staged = layout.stagedRoot();
        Files.createDirectories(staged);
        if (top(staged, mounts.all()).isEmpty()) {
            calls.bind(layout.guard(), staged);
        }
        calls.remountBind(staged, READ_ONLY);
        calls.propagation(staged, Propagation.SHARED, true);
        folder.close();
        calls.move(staged, layout.root());
        Files.delete(staged);
    }

    private void complete() throws ErrnoException {
        var guard = at(layout.root(), mounts.all());
        if (guard.filter(mount -> !mount.readOnly()).isPresent()) {
            calls.remountBind(layout.root(), READ_ONLY);
        }
        if (guard.filter(mount -> !mount.shared()).isPresent()) {
            calls.propagation(layout.root(), Propagation.SHARED, true);
        }
    }

    private void makePrivate(Path point) throws ErrnoException {
        // Where systemd runs the machine, /run is shared, and so is what is mounted on it.
        if (top(point, mounts.all())
                .filter(mount -> mount.shared() || mount.slave())
                .isPresent()) {
            calls.propagation(point, Propagation.PRIVATE, false);
        }
    }

    private static boolean isGuard(Mount mount) {
        return mount.type().equals("tmpfs") && mount.source().equals(GUARD);
    }
}
