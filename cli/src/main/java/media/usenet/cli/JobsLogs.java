package media.usenet.cli;

import java.time.Duration;
import java.util.Map;

/// `usenet jobs logs`: what a job says of itself.
final class JobsLogs implements Command {

    @Override
    public Manual manual() {
        return new Manual("logs", "what a job says of itself, and what FFmpeg says")
                .words("JOB", "0..1")
                .flag("-f --follow", "go on with what it says from now on, until it ends")
                .example("usenet jobs logs job_01k9f2m8x4t7v0c3qz5h", "from its beginning")
                .example("usenet jobs logs -f job_01k9f2m8x4t7v0c3qz5h", "and whatever comes")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE, Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        var id = given.word("JOB", "usenet jobs logs");
        var query = JobChange.place(id, "log").with("follow", given.flag("--follow"));
        var controller = session.controller();
        // A refusal is JSON.
        var accepted = Map.of("Accept", "text/plain, */*;q=0.1");
        var answer = controller.open("GET", query, null, accepted, Duration.ZERO);
        try (var lines = new AnswerLines(controller, answer)) {
            for (var line = lines.next(); line != null; line = lines.next()) {
                session.screen().line(LogText.harmless(line));
                if (lines.quietNow() && !session.screen().flush()) {
                    break;
                }
            }
        }
        return Exit.DONE.code;
    }
}
