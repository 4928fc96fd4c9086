package media.usenet.cli;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/// Work that the controller does: watched until it ends. It goes on whether or not it is watched.
final class Operation {

    /// Longer than any controller needs to start again; the pauses add up to about 25 s.
    private static final int MOST_TRIES = 8;

    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private final Session session;
    private final Controller controller;
    private final JsonObject operation;
    private final Progress progress;
    private @Nullable String lastId;

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

    /// A connection that breaks is made anew, from the event after the last one seen.
    private String end() {
        int tries = 0;
        while (true) {
            var before = lastId;
            try (var answer = controller.open(
                    "GET", events(), null, headers(), session.around().patience())) {
                var end = end(new EventStream(answer.body()));
                if (end != null) {
                    return end;
                }
                throw new EOFException();
            } catch (IOException | CliProblem e) {
                tries = before == null ? tries + 1 : before.equals(lastId) ? tries + 1 : 1;
                giveUp(tries, e);
                LockSupport.parkNanos(FIRST_PAUSE.toNanos() << tries);
            }
        }
    }

    private Query events() {
        return new Query("/v1/operations/" + Query.escaped(operation.text("id", "")) + "/events");
    }

    private Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        headers.put("Accept", "text/event-stream");
        if (lastId != null) {
            headers.put("Last-Event-ID", lastId);
        }
        return headers;
    }

    private @Nullable String end(EventStream stream) throws IOException {
        for (var event = stream.next(); event != null; event = stream.next()) {
            lastId = event.id() == null ? lastId : event.id();
            switch (event.name()) {
                case "step" -> progress.step(JsonObject.parse(event.data()));
                case "end" -> {
                    return event.data();
                }
                default -> {} // a newer controller may tell more
            }
        }
        return null;
    }

    private void giveUp(int tries, Exception cause) {
        if (cause instanceof CliProblem problem && !problem.code().equals("CONTROLLER_UNREACHABLE")) {
            throw problem;
        }
        if (tries >= MOST_TRIES) {
            throw new CliProblem(
                    Exit.UNREACHABLE,
                    "CONTROLLER_UNREACHABLE",
                    "the controller no longer answers; how " + name() + " went on is not known",
                    "usenet services status, once it answers again");
        }
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
            case "PARTIAL" -> Exit.PART.code;
            case "FAILED" -> Exit.FAILED.code;
            default -> Exit.DONE.code;
        };
    }

    private static String summary(JsonObject end) {
        var text = new StringBuilder(end.text("kind", "operation")).append(": ");
        text.append(
                switch (end.text("state", "")) {
                    case "PARTIAL" -> "done in part";
                    case "FAILED" -> "failed";
                    default -> "done";
                });
        var start = Figures.epochSeconds(end.text("started"));
        var stop = Figures.epochSeconds(end.text("ended"));
        if (start != null && stop != null) {
            text.append(" in ").append(Figures.seconds(stop - start));
        }
        named(text, "; done: ", end.object("result").texts("done"));
        named(text, "; failed: ", end.object("result").texts("failed"));
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
                .print("\ninterrupted: " + name() + " goes on in the controller\n"
                        + "  try: usenet services status to see how far it is\n");
        session.around().err().flush();
    }
}
