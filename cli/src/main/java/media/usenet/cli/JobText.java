package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/// A job in words, as people read it.
final class JobText {

    private JobText() {}

    static String id(JsonObject job) {
        return job.text("id", "job without id");
    }

    /// What a person calls it.
    static String name(JsonObject job) {
        return LogText.harmless(job.text("label", id(job)));
    }

    static String state(JsonObject job) {
        return job.text("state", "unknown").toLowerCase(Locale.ROOT);
    }

    /// Whether nothing happens to it any more.
    static boolean ended(JsonObject job) {
        return List.of("succeeded", "failed", "cancelled", "dead").contains(state(job));
    }

    static boolean succeeded(JsonObject job) {
        return state(job).equals("succeeded");
    }

    /// How long it ran; null while it runs.
    static @Nullable String took(JsonObject job) {
        var start = Figures.epochSeconds(job.text("startedAt"));
        var stop = Figures.epochSeconds(job.text("finishedAt"));
        return start == null || stop == null ? null : Figures.seconds(stop - start);
    }

    /// `42 %`, as far as known; never 100 before it is whole.
    static @Nullable String percent(JsonObject progress) {
        double fraction = progress.number("fraction", Double.NaN);
        return Double.isNaN(fraction) ? null : (long) Math.floor(100 * Math.clamp(fraction, 0, 1)) + " %";
    }

    /// How fast it is and how long it still takes, each as far as known.
    static List<String> figures(JsonObject progress) {
        var figures = new ArrayList<String>();
        if (progress.has("fps")) {
            figures.add(fps(progress.number("fps", 0)));
        }
        if (progress.has("speed")) {
            figures.add(Figures.tenths(progress.number("speed", 0)) + "x");
        }
        if (progress.has("etaSeconds")) {
            figures.add(Figures.seconds(Math.round(progress.number("etaSeconds", 0))) + " left");
        }
        return figures;
    }

    static String fps(double fps) {
        return (fps < 100 ? Figures.tenths(fps) : Long.toString(Math.round(fps))) + " fps";
    }

    /// `2026-11-21 12:00:41 UTC` of `2026-11-21T12:00:41.100Z`.
    static String time(String time) {
        return time.length() >= 20 && time.endsWith("Z")
                ? time.substring(0, 10) + " " + time.substring(11, 19) + " UTC"
                : time;
    }

    /// Each step on the way to the encoder with its reason.
    static List<String> encoders(JsonObject job) {
        return job.objects("encoderPath").stream().map(JobText::encoder).toList();
    }

    private static String encoder(JsonObject step) {
        return step.text("encoder", "?") + " on " + step.text("device", step.text("lane", "?"))
                + (step.flag("used") ? ", used: " : ", passed over: ") + step.text("because", "no reason is known");
    }

    static List<String> outputs(JsonObject job) {
        return job.objects("outputs").stream()
                .map(output -> Cell.figure(output, "bytes", true).text() + "  "
                        + output.text("path", output.text("name", "?")))
                .toList();
    }
}
