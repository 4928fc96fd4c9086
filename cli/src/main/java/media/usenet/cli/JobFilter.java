package media.usenet.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// Which jobs are meant, by what they have in common.
final class JobFilter {

    private static final String OLD_STATE = "--status";
    private static final List<String> NAMES = List.of("state", "type", "lane", "key", "text", "from", "to");

    private JobFilter() {}

    static Manual options(Manual manual) {
        return manual.option(
                        "--state",
                        "STATE",
                        "queued, running, failed ..., several with commas; also as others call them: pending, processing",
                        "queued",
                        "running",
                        "retrying",
                        "succeeded",
                        "failed",
                        "cancelled",
                        "dead",
                        "suspended")
                .old(OLD_STATE, "STATE")
                .option("--type", "KIND", "of one kind: transcode, audio.extract ...")
                .option("--lane", "NAME", "of one lane: cpu, nvenc:0000:01:00.0 ...")
                .option("--key", "NAME", "that this API key asked for")
                .option("--text", "TEXT", "with this in their label or in what was asked for")
                .option("--from", "TIME", "accepted then or later: 2026-11-20, 2026-11-20T18:00:00Z")
                .option("--to", "TIME", "accepted before then");
    }

    static Query query(Session session, Given given) {
        warn(session, given);
        var query = new Query("/v1/jobs");
        for (var name : NAMES) {
            query.with(name, text(given, name));
        }
        return query;
    }

    static JsonFields fields(Session session, Given given) {
        warn(session, given);
        var fields = new JsonFields();
        for (var name : NAMES) {
            var text = text(given, name);
            fields.with(name, text != null && name.equals("state") ? List.of(text.split(",", -1)) : text);
        }
        return fields;
    }

    /// As they are typed.
    static String words(Given given) {
        var words = new StringBuilder();
        for (var name : NAMES) {
            var text = text(given, name);
            words.append(text == null ? "" : " --" + name + " " + text);
        }
        return words.toString();
    }

    private static void warn(Session session, Given given) {
        if (given.text(OLD_STATE) != null) {
            session.warn("'" + OLD_STATE + "' is now '--state'");
        }
    }

    private static @Nullable String text(Given given, String name) {
        var text = given.text("--" + name);
        return text == null && name.equals("state") ? given.text(OLD_STATE) : text;
    }
}
