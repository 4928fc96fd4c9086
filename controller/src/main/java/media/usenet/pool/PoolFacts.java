package media.usenet.pool;

import java.nio.file.Path;

/// The pool as it is now.
///
/// @param because why it is in this state, as half a sentence
/// @param shared whether a drive mounted below it later appears in running containers
public record PoolFacts(Path root, State state, String because, boolean shared) {

    public enum State {
        /// Where a drive is missing, nothing can be written.
        GUARDED,
        /// Where a drive is missing, its folder on the machine's own disk is written to.
        UNGUARDED,
        /// There is nothing that a container could bind.
        ABSENT
    }
}
