package media.usenet.pool;

import java.nio.file.Path;

/// Where everything of one pool lies.
///
/// @param root of the pool: `/srv/pool`
/// @param run folder of this run of the machine: `/run/usenet`
public record PoolLayout(Path root, Path run) {

    private static final String TREE = "root";

    /// What containers bind as `/pool`. It lies in the guard, so that without the guard it is not there to be bound.
    public static Path tree(Path root) {
        return root.resolve(TREE);
    }

    Path tree() {
        return tree(root);
    }

    /// The guard's own mount, writable, which no container sees.
    Path guard() {
        return run.resolve("guard");
    }

    /// The slots as the guard's own mount shows them: empty folders, whatever is mounted on them in the pool.
    Path writableTree() {
        return tree(guard());
    }

    /// A private mount below which drives are checked before they are moved into their slots.
    Path staging() {
        return run.resolve("staging");
    }

    /// Where the pool's view of the guard is made complete before it is moved to the root. No slot has such a name.
    Path stagedRoot() {
        return staging().resolve(".pool");
    }
}
