package media.usenet.cli;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/// A job as its events tell it, from the first that was seen to the end.
final class WatchedJob {

    /// What an event was about.
    enum News {
        STEP,
        FIGURES,
        END
    }

    private final String id;
    private final String name;
    private String doing;
    private String said = "";
    private boolean running;
    private JsonObject progress;
    private @Nullable JsonObject end;
    private String json = "";
    private @Nullable CliProblem problem;

    WatchedJob(JsonObject job) {
        this.id = JobText.id(job);
        this.name = JobText.name(job);
        this.running = JobText.state(job).equals("running");
        this.doing = job.text("phase", JobText.state(job));
        this.progress = job.object("progress");
    }

    News hears(EventStream.Sent event) throws IOException {
        var data = JsonObject.parse(event.data());
        switch (event.name()) {
            case "end" -> {
                end = data;
                json = event.data().replace('\n', ' ');
                var took = JobText.took(data);
                doing = JobText.state(data) + (took == null ? "" : " in " + took);
                progress = JobText.succeeded(data) ? JsonObject.of("fraction", 1) : JsonObject.EMPTY;
                running = false;
                return News.END;
            }
            case "progress" -> {
                running = true;
                doing = data.text("phase", doing);
                progress = data.object("progress");
                return News.FIGURES;
            }
            case "phase", "cancelling" -> doing = data.text("text", doing);
            case "queued", "started", "retrying", "suspended", "moved", "resumed" -> {
                running = event.name().equals("started");
                doing = data.text("text", event.name());
                progress = JsonObject.EMPTY;
            }
            default -> {} // said, and no change of what it does
        }
        said = data.text("text", event.name());
        return News.STEP;
    }

    /// It can be followed no longer, and how it ends is not known.
    void lost(CliProblem because) {
        problem = because;
        doing = "lost from sight";
        progress = JsonObject.EMPTY;
        running = false;
    }

    String id() {
        return id;
    }

    String name() {
        return name;
    }

    String doing() {
        return LogText.harmless(doing);
    }

    /// What the last event said.
    String said() {
        return LogText.harmless(said);
    }

    boolean running() {
        return running;
    }

    JsonObject progress() {
        return progress;
    }

    /// As it was when it ended; null before, or when it was lost.
    @Nullable
    JsonObject end() {
        return end;
    }

    /// The same as it came, on one line.
    String json() {
        return json;
    }

    @Nullable
    CliProblem problem() {
        return problem;
    }

    boolean over() {
        return end != null || problem != null;
    }

    double fraction() {
        return over() ? 1 : Math.clamp(progress.number("fraction", 0), 0, 1);
    }
}
