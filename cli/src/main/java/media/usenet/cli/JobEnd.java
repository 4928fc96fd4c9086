package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// What became of jobs that were waited for.
final class JobEnd {

    private JobEnd() {}

    /// @return what the process ends with
    /// @throws CliProblem when one of them did not succeed
    static int show(Session session, List<WatchedJob> jobs) {
        return show(session, jobs, List.of());
    }

    /// @param refused those that did not even become jobs
    static int show(Session session, List<WatchedJob> jobs, List<CliProblem> refused) {
        var problems = new ArrayList<>(refused);
        for (var job : jobs) {
            var end = job.end();
            if (end != null && session.json()) {
                session.screen().unchanged(job.json());
            } else if (end != null) {
                show(session, end);
            }
            var problem = end == null ? job.problem() : problem(end);
            if (problem != null) {
                problems.add(problem);
            }
        }
        if (problems.isEmpty()) {
            return Exit.DONE.code;
        }
        throw CliProblem.several(
                problems, jobs.size() + refused.size(), "jobs did not succeed", "usenet jobs list --state failed");
    }

    /// When only answers are wanted, where the outputs are.
    private static void show(Session session, JsonObject job) {
        var screen = session.screen();
        if (session.quiet()) {
            job.objects("outputs").forEach(output -> screen.line(LogText.harmless(output.text("path", ""))));
            return;
        }
        var took = JobText.took(job);
        var state = JobText.state(job);
        screen.paragraph(Tone.of(state), state + ": ", JobText.name(job) + (took == null ? "" : " in " + took));
        JobText.outputs(job).forEach(output -> screen.paragraph("  output   ", output));
        JobText.encoders(job).forEach(encoder -> screen.paragraph("  encoder  ", encoder));
        job.texts("warnings").forEach(warning -> screen.paragraph(Tone.WARNING, "  warning  ", warning));
    }

    private static @Nullable CliProblem problem(JsonObject job) {
        if (JobText.succeeded(job)) {
            return null;
        }
        var error = job.object("error");
        var subject = JobText.id(job) + " (" + JobText.name(job) + ") ";
        var state = JobText.state(job).equals("failed") ? "failed" : "is " + JobText.state(job);
        return new CliProblem(
                Exit.FAILED,
                "JOB_" + state.substring(state.lastIndexOf(' ') + 1).toUpperCase(Locale.ROOT),
                subject + state + (error.has("detail") ? ": " + error.text("detail") : ""),
                error.text("remedy", "usenet jobs logs " + JobText.id(job)));
    }
}
