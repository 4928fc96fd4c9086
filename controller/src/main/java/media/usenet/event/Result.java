package media.usenet.event;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import java.util.Optional;
import media.usenet.problem.ProblemException;

/// How an operation ended that could do its work, or some of it.
///
/// @param done the subjects that are as they should be
/// @param failed the subjects that are not
/// @param reason why some failed; empty when none did
/// @param suspended whether the rest is done later, when what it waits for is there
public record Result(
        List<String> done,
        List<String> failed,
        @JsonIgnore Optional<ProblemException> reason,
        @JsonIgnore boolean suspended) {

    public Result {
        done = List.copyOf(done);
        failed = List.copyOf(failed);
    }

    public static Result of(List<String> done) {
        return new Result(done, List.of(), Optional.empty(), false);
    }

    public static Result inPart(List<String> done, List<String> failed, ProblemException reason) {
        return new Result(done, failed, Optional.of(reason), false);
    }

    /// @param waiting the subjects that something is missing for
    /// @param reason what it is, and what to do about it
    public static Result suspended(List<String> done, List<String> waiting, ProblemException reason) {
        return new Result(done, waiting, Optional.of(reason), true);
    }
}
