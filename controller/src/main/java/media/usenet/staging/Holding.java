package media.usenet.staging;

import java.util.Optional;

/// Keeps a program from writing for a moment.
public interface Holding {

    /// Holds the subject until the answer is closed; empty where it cannot be held. One that does not run is held
    /// already.
    Optional<Held> hold(String subject);

    interface Held extends AutoCloseable {
        @Override
        void close();
    }

    /// Where nothing can be held.
    Holding NONE = _ -> Optional.empty();
}
