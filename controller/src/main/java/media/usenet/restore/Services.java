package media.usenet.restore;

import java.util.Collection;
import java.util.Set;
import java.util.function.Consumer;
import media.usenet.problem.ProblemException;
import media.usenet.staging.Holding;

/// The services whose files are replaced: stopped before, started after, and judged by whether they are well
/// again.
public interface Services extends Holding {

    /// Those that run now.
    Set<String> running();

    /// Returns when none of them runs.
    void stop(Collection<String> services, Consumer<String> tell);

    /// Returns when all of them are well.
    ///
    /// @throws ProblemException when one of them does not get well
    void start(Collection<String> services, Consumer<String> tell);
}
