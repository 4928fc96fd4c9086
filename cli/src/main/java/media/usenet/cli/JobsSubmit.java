package media.usenet.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// `usenet jobs submit`: any kind of job, by the body of its request.
final class JobsSubmit implements Command {

    private static final String COMMAND = "usenet jobs submit";
    private static final String[] KINDS = {
        "transcode",
        "audio/extract",
        "audio/tempo",
        "compose/from-urls",
        "compose/from-tracks",
        "video/concat",
        "image/to-mp4-loop",
        "probe",
        "run-ffmpeg-command"
    };

    @Override
    public Manual manual() {
        return new Manual("submit", "any kind of job, by the body of its request")
                .about("KIND is " + String.join(", ", KINDS)
                        + ". FILE holds the request as JSON and is sent as it is; - is standard input. Each"
                        + " KEY=VALUE sets one field of it; a VALUE that is a JSON value is taken as that. What the fields"
                        + " are is in docs/jobs.md.")
                .words("KIND [FILE|-] [KEY=VALUE...]", "0..*", KINDS)
                .flag(JobSubmission.WAIT, "show how far it is until it ends, and end as it does")
                .option("--once", "NAME", "asked for again with the same NAME, it is the same job and no second one")
                .example("usenet jobs submit transcode input=/srv/pool/main/media/a.mkv crf=22", "without a file")
                .example("usenet jobs submit compose/from-urls film.json --wait", "a request in a file")
                .exits(Exit.FAILED, Exit.USAGE, Exit.VALIDATION, Exit.UNREACHABLE, Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        var kind = given.word("KIND", COMMAND);
        if (!List.of(KINDS).contains(kind)) {
            throw misused("'" + kind + "' is no kind of job");
        }
        var words = given.words().subList(1, given.words().size());
        boolean file = !words.isEmpty() && !isField(words.getFirst());
        var request = new RequestText(file ? text(session, words.getFirst()) : "{}");
        var fields = file ? words.subList(1, words.size()) : words;
        for (var field : fields) {
            if (!isField(field)) {
                throw misused("'" + field + "' is no KEY=VALUE");
            }
            int equals = field.indexOf('=');
            request.set(field.substring(0, equals), field.substring(equals + 1));
        }
        var submission = new JobSubmission(session, given.flag(JobSubmission.WAIT));
        submission.ask(kind, request.json(), given.text("--once"));
        return submission.end();
    }

    private static boolean isField(String word) {
        return word.matches("[A-Za-z_][A-Za-z0-9_.]*=(?s:.*)");
    }

    private static String text(Session session, String file) {
        try {
            return file.equals("-")
                    ? new String(session.around().in().readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new CliProblem(
                    Exit.FAILED,
                    "FILE_UNREADABLE",
                    "cannot read " + file + (Files.notExists(Path.of(file)) ? ": there is no such file" : ""),
                    "name a file with the request as JSON, or give its fields as KEY=VALUE");
        }
    }

    private static CliProblem misused(String detail) {
        return new CliProblem(Exit.USAGE, "USAGE", detail, COMMAND + " --help");
    }
}
