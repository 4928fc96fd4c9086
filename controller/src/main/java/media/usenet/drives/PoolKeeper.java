package media.usenet.drives;

import java.nio.file.Path;
import java.util.Optional;
import media.usenet.pool.Pool;
import media.usenet.pool.PoolFacts;
import media.usenet.problem.ProblemException;

/// Keeps the pool root a guard: made before anything is mounted, and made again if someone took it away.
final class PoolKeeper {

    private final Pool pool;
    private final Path root;
    private volatile Optional<ProblemException> trouble = Optional.empty();

    PoolKeeper(Pool pool, Path root) {
        this.pool = pool;
        this.root = root;
    }

    PoolFacts facts() {
        return pool.facts(root);
    }

    /// Why nothing can be mounted now, if so.
    Optional<ProblemException> trouble() {
        return trouble;
    }

    /// @return whether drives can be mounted
    boolean ready() {
        try {
            pool.prepare(root);
            trouble = Optional.empty();
        } catch (ProblemException e) {
            trouble = Optional.of(e);
        }
        return trouble.isEmpty();
    }
}
