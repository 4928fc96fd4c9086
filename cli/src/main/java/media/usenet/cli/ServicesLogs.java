package media.usenet.cli;

import java.time.Duration;
import java.util.Map;

/// `usenet services logs`: what the services say.
final class ServicesLogs implements Command {

    @Override
    public Manual manual() {
        return new Manual("logs", "what the services say")
                .services()
                .flag("-f --follow", "go on with what they say from now on, until interrupted")
                .flag("-t --timestamps", "begin each line with its time")
                .option("--since", "TIME", "not older than this: 10m, 2h, 2026-11-20T18:00:00Z")
                .option("--tail", "N", "only the last N lines of each")
                .option("--grep", "REGEX", "only lines in which this is found")
                .example("usenet services logs -f jellyfin", "watch one")
                .example("usenet services logs --since 1h --grep error", "what went wrong lately, in all of them")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE, Exit.DOCKER, Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        var query = given.services("/v1/services/logs")
                .with("follow", given.flag("--follow"))
                .with("since", given.text("--since"))
                .with("tail", given.text("--tail"))
                .with("grep", given.text("--grep"));
        var controller = session.controller();
        var answer = controller.open("GET", query, null, Map.of("Accept", "application/x-ndjson"), Duration.ZERO);
        try (var lines = new AnswerLines(controller, answer)) {
            var log = new LogText(session.screen(), given.flag("--timestamps"));
            for (var line = lines.next(); line != null; line = lines.next()) {
                if (session.json()) {
                    session.screen().unchanged(line);
                } else {
                    log.show(line);
                }
                if (lines.quietNow() && !session.screen().flush()) {
                    break;
                }
            }
        }
        return Exit.DONE.code;
    }
}
