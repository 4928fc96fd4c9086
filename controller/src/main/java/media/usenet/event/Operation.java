package media.usenet.event;

import java.time.Instant;
import media.usenet.problem.ProblemReport;
import org.jspecify.annotations.Nullable;

/// Work that takes longer than an answer may: started by a request, followed over SSE, kept for a while when ended.
///
/// @param kind what is being done: `services.up`
/// @param ended null while it runs
/// @param result what was done; null while it runs and when nothing was
/// @param problem why it failed, in whole or in part; null when it did not
public record Operation(
        String id,
        String kind,
        State state,
        Instant started,
        @Nullable Instant ended,
        @Nullable Result result,
        @Nullable ProblemReport problem) {

    public enum State {
        RUNNING,
        SUCCEEDED,
        /// Some of it was done; `result` says which.
        PARTIAL,
        /// It waits for something, `problem` says for what, and then goes on by itself as another operation.
        SUSPENDED,
        FAILED
    }
}
