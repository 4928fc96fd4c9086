package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// All that is known of one job.
final class JobReport {

    private static final String INDENT = " ".repeat(10);

    private final Screen screen;

    private JobReport(Screen screen) {
        this.screen = screen;
    }

    static void show(Screen screen, JsonObject job) {
        screen.line(JobText.id(job) + "  " + screen.toned(Tone.STRONG, JobText.name(job)));
        screen.line("");
        var report = new JobReport(screen);
        report.fields(job);
        report.troubles(job);
    }

    private void fields(JsonObject job) {
        entries("State", List.of(state(job)));
        entries("Kind", List.of(kind(job)));
        entries("Attempt", List.of(attempt(job)));
        entries("Accepted", List.of(times(job)));
        entries("Encoder", JobText.encoders(job));
        entries("Output", JobText.outputs(job));
        entries("Result", plain(job.object("result")));
        entries("Request", pairs(job.object("request")));
    }

    private void entries(String name, List<String> texts) {
        var label = name + INDENT.substring(name.length());
        for (var text : texts) {
            screen.paragraph(label, text);
            label = INDENT;
        }
    }

    private void troubles(JsonObject job) {
        var error = job.object("error");
        if (!job.texts("warnings").isEmpty() || error.has("detail")) {
            screen.line("");
        }
        for (var warning : job.texts("warnings")) {
            screen.paragraph(Tone.WARNING, "warning: ", warning);
        }
        if (error.has("detail")) {
            screen.paragraph(Tone.BAD, "error: ", error.text("class", "unknown") + ": " + error.text("detail", ""));
            screen.paragraph("  try: ", error.text("remedy", "usenet jobs logs " + JobText.id(job)));
        }
    }

    private static String state(JsonObject job) {
        var parts = new ArrayList<String>();
        parts.add(JobText.state(job) + (job.has("phase") ? ", " + job.text("phase") : ""));
        if (job.has("slot")) {
            parts.add("waits for drive " + job.text("slot"));
        }
        if (job.has("retryAt")) {
            parts.add("next try at " + JobText.time(job.text("retryAt", "")));
        }
        if (!JobText.ended(job)) {
            var percent = JobText.percent(job.object("progress"));
            if (percent != null) {
                parts.add(percent);
            }
            parts.addAll(JobText.figures(job.object("progress")));
        }
        return String.join(", ", parts);
    }

    private static String kind(JsonObject job) {
        return job.text("type", "unknown").toLowerCase(Locale.ROOT) + ", priority " + job.text("priority", "unknown")
                + (job.has("key") ? ", asked for by " + job.text("key") : "");
    }

    private static String attempt(JsonObject job) {
        return job.text("attempt", "?") + " of " + job.text("maxAttempts", "?")
                + (job.has("node") ? ", on " + job.text("node") : "") + ", lane " + job.text("lane", "unknown");
    }

    private static String times(JsonObject job) {
        var took = JobText.took(job);
        return JobText.time(job.text("createdAt", "at a time unknown"))
                + (job.has("startedAt") ? ", last begun " + JobText.time(job.text("startedAt", "")) : "")
                + (job.has("finishedAt") ? ", ended " + JobText.time(job.text("finishedAt", "")) : "")
                + (took == null ? "" : ", took " + took);
    }

    /// What stands in a line: all that a film is made of is for programs, and for `usenet media probe`.
    private static List<String> plain(JsonObject result) {
        return result.keys().stream()
                .filter(result::isPlain)
                .map(key -> key + " " + result.text(key))
                .toList();
    }

    private static List<String> pairs(JsonObject object) {
        return object.keys().stream()
                .filter(object::has)
                .map(key -> key + " " + object.text(key))
                .toList();
    }
}
