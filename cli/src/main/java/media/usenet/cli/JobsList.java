package media.usenet.cli;

import java.util.ArrayList;
import org.jspecify.annotations.Nullable;

/// `usenet jobs list`: jobs, those that wait and run as well as those of the past.
final class JobsList implements Command {

    @Override
    public Manual manual() {
        var manual = new Manual("list", "jobs that wait, run or have ended, the latest first");
        return JobFilter.options(manual)
                .option("--page", "N", "which page; from 1")
                .option("--size", "N", "jobs on a page")
                .option("--sort", "FIELD", "in the order of this; -FIELD the other way round")
                .option("--export", "FORMAT", "all that match, whole: csv or json", "csv", "json")
                .example("usenet jobs list --state running", "what is worked at now")
                .example("usenet jobs list --state failed --export csv > failed.csv", "for a spreadsheet")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var export = given.text("--export");
        var query = JobFilter.query(session, given)
                .with("page", given.text("--page"))
                .with("size", given.text("--size"))
                .with("sort", given.text("--sort"))
                .with("export", export);
        var controller = session.controller();
        if (export != null) {
            return Export.show(session, controller, query);
        }
        var answer = controller.get(query);
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session, answer.json());
        }
        return Exit.DONE.code;
    }

    private static void show(Session session, JsonObject page) {
        var screen = session.screen();
        var jobs = page.objects("jobs");
        if (jobs.isEmpty()) {
            screen.line("No jobs.");
        } else {
            screen.table(table(jobs, session.clock().instant().getEpochSecond()));
        }
        var counts = counts(page.object("counts"));
        if (!counts.isEmpty()) {
            session.hint("");
            session.hint(counts);
        }
        more(session, page);
    }

    private static Table table(Iterable<JsonObject> jobs, long now) {
        var table = new Table(
                Column.whole("JOB"),
                Column.whole("STATE"),
                Column.number("DONE"),
                Column.number("AGE"),
                Column.text("KIND", 3),
                Column.text("LABEL", 3),
                Column.tail("LANE", 1));
        for (var job : jobs) {
            table.row(
                    Cell.of(job.text("id")),
                    Cell.word(job.text("state")),
                    Cell.of(JobText.percent(job.object("progress"))),
                    Cell.of(age(job, now)),
                    Cell.of(job.text("type")),
                    Cell.of(job.text("label")),
                    Cell.of(job.text("lane")));
        }
        return table;
    }

    private static @Nullable String age(JsonObject job, long now) {
        var created = Figures.epochSeconds(job.text("createdAt"));
        return created == null ? null : Figures.age(now - created);
    }

    private static String counts(JsonObject counts) {
        var texts = new ArrayList<String>();
        for (var state : counts.keys()) {
            if (counts.number(state, 0) > 0) {
                texts.add(counts.text(state) + " " + state);
            }
        }
        return LogText.harmless(String.join(", ", texts));
    }

    private static void more(Session session, JsonObject page) {
        long number = Math.round(page.number("page", 1));
        long pages = Math.round(page.number("pages", 1));
        if (pages > 1) {
            session.hint("page " + number + " of " + pages + ", " + page.text("total", "?") + " jobs"
                    + (number < pages ? "; next: the same with --page " + (number + 1) : ""));
        }
    }
}
