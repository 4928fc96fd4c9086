package media.usenet.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks the controller to change jobs that are there: one by its id, several by ids or by what they have in common.
final class JobChange {

    private JobChange() {}

    /// @param act `cancel`, `retry`, `priority`
    /// @param done what is then said of the job, where its state does not say it
    static int one(Session session, String id, String act, @Nullable String body, @Nullable String done) {
        var query = place(id, act).with("dryRun", session.dryRun());
        var answer = session.controller().post(query, body);
        if (session.dryRun()) {
            return DryRun.show(session, answer);
        }
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            var job = answer.json();
            session.hint(JobText.id(job) + " " + (done == null ? now(act, job) : done));
        }
        return Exit.DONE.code;
    }

    /// A running job takes a moment to end.
    private static String now(String act, JsonObject job) {
        return act.equals("cancel") && !JobText.ended(job) ? "is being cancelled" : "is " + JobText.state(job);
    }

    static Query place(String id, String act) {
        return new Query("/v1/jobs/" + Query.escaped(id) + "/" + act);
    }

    static int several(Session session, String act, JsonFields which) {
        var query = new Query("/v1/jobs/" + act).with("dryRun", session.dryRun());
        var answer = session.controller().post(query, which.json());
        var outcome = answer.json();
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session, act, outcome);
        }
        return exit(outcome.texts("done"), outcome.objects("refused"));
    }

    private static int exit(List<String> done, List<JsonObject> refused) {
        return refused.isEmpty() ? Exit.DONE.code : done.isEmpty() ? Exit.FAILED.code : Exit.PART.code;
    }

    private static void show(Session session, String act, JsonObject outcome) {
        var done = outcome.texts("done");
        var refused = outcome.objects("refused");
        if (done.isEmpty() && refused.isEmpty()) {
            session.hint("No job is meant by that.");
        }
        if (!done.isEmpty()) {
            session.hint((session.dryRun() ? "would " : "") + act + ": "
                    + (done.size() == 1 ? "1 job" : done.size() + " jobs"));
            done.forEach(id -> session.hint("  " + LogText.harmless(id)));
        }
        for (var each : refused) {
            var problem = each.object("problem");
            session.screen().paragraph(Tone.BAD, "error: ", problem.text("detail", each.text("id", "?")));
            session.screen().paragraph("  try: ", problem.text("remedy", "usenet jobs show " + each.text("id", "")));
        }
    }
}
