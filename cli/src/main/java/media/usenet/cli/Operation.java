package media.usenet.cli;

import java.io.IOException;
import java.util.List;

/// Work that the controller does: watched until it ends. It goes on whether or not it is watched.
final class Operation {

    private final Session session;
    private final Controller controller;
    private final JsonObject operation;
    private final Progress progress;

    Operation(Session session, Controller controller, JsonObject operation) {
        this.session = session;
        this.controller = controller;
        this.operation = operation;
        this.progress = Progress.of(session);
    }

    /// @return what the process ends with
    int watch() {
        var interruption = new Thread(this::left);
        Runtime.getRuntime().addShutdownHook(interruption);
        var end = end();
        Runtime.getRuntime().removeShutdownHook(interruption);
        progress.finish();
        return ended(end);
    }

    private String end() {
        var events = new Query("/v1/operations/" + Query.escaped(operation.text("id", "")) + "/events");
        var feed = new EventFeed(controller, events, session.around().patience(), true);
        try {
            return feed.follow(this::told).data();
        } catch (CliProblem e) {
            throw e.code().equals("CONTROLLER_UNREACHABLE") ? lost() : e;
        }
    }

    /// A newer controller may tell more than steps and the end.
    private boolean told(EventStream.Sent event) throws IOException {
        if (event.name().equals("step")) {
            progress.step(JsonObject.parse(event.data()));
        }
        return !event.name().equals("end");
    }

    private CliProblem lost() {
        return new CliProblem(
                Exit.UNREACHABLE,
                "CONTROLLER_UNREACHABLE",
                "the controller no longer answers; how " + name() + " went on is not known",
                status() + ", once it answers again");
    }

    private String status() {
        var kind = operation.text("kind", "");
        return kind.startsWith("backup.")
                ? "usenet backup drill --history"
                : kind.equals("hardware.benchmark")
                        ? "usenet hardware benchmark --list"
                        : kind.equals("encoders.probe")
                                ? "usenet hardware encoders"
                                : kind.startsWith("duplicates.")
                                        ? "usenet media duplicates list --plans"
                                        : kind.startsWith("library.")
                                                ? "usenet media scan --status"
                                                : kind.startsWith("storage.")
                                                        ? "usenet storage status"
                                                        : "usenet services status";
    }

    private String name() {
        return operation.text("kind", "the operation") + " (" + operation.text("id", "without id") + ")";
    }

    private int ended(String json) {
        JsonObject end;
        try {
            end = JsonObject.parse(json);
        } catch (IOException e) {
            throw controller.broken(e);
        }
        if (session.json()) {
            session.screen().unchanged(json);
        } else {
            session.hint(summary(end));
        }
        if (end.has("problem")) {
            throw CliProblem.answered(end.object("problem"), null);
        }
        return switch (end.text("state", "")) {
            case "PARTIAL", "SUSPENDED" -> Exit.PART.code;
            case "FAILED" -> Exit.FAILED.code;
            default -> Exit.DONE.code;
        };
    }

    private static String summary(JsonObject end) {
        var text = new StringBuilder(end.text("kind", "operation")).append(": ");
        text.append(
                switch (end.text("state", "")) {
                    case "PARTIAL" -> "done in part";
                    case "SUSPENDED" -> "waits, and goes on by itself";
                    case "FAILED" -> "failed";
                    default -> "done";
                });
        var start = Figures.epochSeconds(end.text("started"));
        var stop = Figures.epochSeconds(end.text("ended"));
        if (start != null && stop != null) {
            text.append(" in ").append(Figures.seconds(stop - start));
        }
        named(text, "; done: ", end.object("result").texts("done"));
        var rest = end.text("state", "").equals("SUSPENDED") ? "; waits for: " : "; failed: ";
        named(text, rest, end.object("result").texts("failed"));
        return text.toString();
    }

    private static void named(StringBuilder text, String label, List<String> names) {
        if (!names.isEmpty()) {
            text.append(label).append(String.join(", ", names));
        }
    }

    private void left() {
        session.around()
                .err()
                .print("\ninterrupted: " + name() + " goes on in the controller\n" + "  try: " + status()
                        + " to see how far it is\n");
        session.around().err().flush();
    }
}
