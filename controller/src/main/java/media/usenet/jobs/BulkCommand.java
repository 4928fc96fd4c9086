package media.usenet.jobs;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Stream;
import media.usenet.history.JobFilter;
import media.usenet.history.JobQuery;
import media.usenet.problem.ProblemException;
import media.usenet.problem.ProblemReport;
import media.usenet.worker.Patience;
import org.jspecify.annotations.Nullable;

/// One command for many jobs.
final class BulkCommand {

    private BulkCommand() {}

    /// Which jobs; by their ids, or all that match the rest.
    ///
    /// @param state some states; of those, where it is empty, that the command can be given to
    record Which(
            @Nullable List<String> ids,
            @Nullable List<String> state,
            @Nullable String type,
            @Nullable String lane,
            @Nullable String key,
            @Nullable String text,
            @Nullable String from,
            @Nullable String to) {

        boolean isEmpty() {
            return Stream.of(state, type, lane, key, text, from, to).allMatch(Objects::isNull);
        }

        /// @param usual the states that are meant where none is named
        JobFilter filter(String usual) {
            boolean any = state == null || state.isEmpty() || state.equals(List.of("all"));
            return new JobQuery(any ? List.of(usual) : state, null, type, lane, key, text, null, from, to).filter();
        }
    }

    record Refusal(String id, ProblemReport problem) {}

    /// @param done the jobs that the command was, or would be, given to
    record Result(String command, List<String> done, List<Refusal> refused) {}

    static Result run(String command, Iterable<String> jobs, Consumer<String> one) {
        var done = new ArrayList<String>();
        var refused = new ArrayList<Refusal>();
        for (var job : jobs) {
            try {
                one.accept(job);
                done.add(job);
            } catch (ProblemException e) {
                if (Patience.isPassing(e)) {
                    throw e;
                }
                refused.add(new Refusal(job, ProblemReport.of(e)));
            }
        }
        return new Result(command, List.copyOf(done), List.copyOf(refused));
    }
}
