package media.usenet.cli;

import java.io.EOFException;
import java.io.IOException;
import java.net.ProtocolException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// `usenet services exec`: runs a command inside a service's container.
final class ServicesExec implements Command {

    @Override
    public Manual manual() {
        return new Manual("exec", "runs a command inside a service; ends as that command ends")
                .about("Options of usenet stand before the service; all that follows it belongs to the command.")
                .words("SERVICE COMMAND...", "0..*")
                .rest()
                .example("usenet services exec jellyfin ls -l /config", "look around inside")
                .example("usenet services exec sonarr id", "as whom does it run?")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE, Exit.DOCKER, Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        var words = new ArrayList<>(given.words());
        if (words.size() > 1 && words.get(1).equals("--")) {
            words.remove(1);
        }
        if (words.size() < 2) {
            var missing = words.isEmpty() ? "SERVICE COMMAND..." : "COMMAND...";
            throw new CliProblem(Exit.USAGE, "USAGE", missing + " is missing", "usenet services exec --help");
        }
        var service = words.getFirst();
        var command = words.subList(1, words.size());
        if (session.dryRun()) {
            session.screen().line("would run in " + service + ": " + String.join(" ", command));
            return Exit.DONE.code;
        }
        return run(session, service, command);
    }

    private static int run(Session session, String service, List<String> command) {
        var controller = session.controller();
        var answer = controller.open(
                "POST",
                new Query("/v1/services/" + Query.escaped(service) + "/exec"),
                JsonWriting.object("command", command),
                Map.of("Accept", "application/x-ndjson"),
                Duration.ZERO);
        try (var lines = new AnswerLines(controller, answer)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                var said = parsed(controller, line);
                if (session.json()) {
                    session.screen().unchanged(line);
                } else {
                    show(session, said);
                }
                if (said.has("exit")) {
                    return (int) said.number("exit", Exit.FAILED.code);
                }
                session.screen().flush();
            }
        }
        throw controller.broken(new EOFException());
    }

    private static void show(Session session, JsonObject said) {
        var line = said.text("line");
        if (line != null && said.text("stream", "").equals("stderr")) {
            session.screen().flush();
            session.around().err().println(line);
        } else if (line != null) {
            session.screen().line(line);
        }
    }

    private static JsonObject parsed(Controller controller, String line) {
        try {
            return JsonObject.parse(line);
        } catch (IOException e) {
            throw controller.broken(new ProtocolException("it sent a line that is no JSON object"));
        }
    }
}
