package media.usenet.cli;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Asks the controller about backups, and for them: what it takes on is watched to its end.
final class BackupAsk {

    private BackupAsk() {}

    static Query query(String place) {
        return new Query("/v1/backups" + place);
    }

    /// The answer to a dry run; the operation otherwise, which was watched to its end.
    ///
    /// @param shown shows what would be done, and says how the command would end
    static int change(Session session, String place, String body, Shown shown) {
        var controller = session.controller();
        var answer = controller.post(query(place).with("dryRun", session.dryRun()), body);
        if (answer.accepted()) {
            return new Operation(session, controller, answer.json()).watch();
        }
        if (session.json()) {
            session.screen().unchanged(answer.text());
            return Exit.DONE.code;
        }
        return shown.show(session.screen(), answer.json());
    }

    interface Shown {
        int show(Screen screen, JsonObject answer);
    }

    /// For what has no dry run: says what would be asked for, and asks for nothing.
    static int dry(Session session, String would) {
        session.screen().line("would " + would + "; nothing was done");
        return Exit.DONE.code;
    }

    /// Words between commas; null where the option is not given.
    static @Nullable List<String> list(Given given, String option) {
        var text = given.text(option);
        return text == null
                ? null
                : Arrays.stream(text.split(","))
                        .map(String::strip)
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    static @Nullable Long number(Given given, String option) {
        var text = given.text(option);
        return text == null ? null : Amount.number(option, text);
    }

    /// What stands before a slash is no id: it is a place, and its newest backup is meant.
    static boolean isPlace(String word) {
        return word.contains("/") || word.contains(":");
    }

    /// The options that say where else to look, and with what it opens.
    static Manual whereabouts(Manual manual) {
        return manual.option("--from", "DESTINATION", "look only there; usenet backup destinations")
                .option("--key", "FILE", "the age identity or the restic password file, for a place of its own")
                .option("--environment", "FILE", "variables that a place wants, such as AWS_ACCESS_KEY_ID");
    }

    /// @param word an id, a name, `latest` or a place; null for the latest
    static Object[] reference(Given given, @Nullable String word, @Nullable Object... more) {
        boolean place = word != null && isPlace(word);
        var pairs = new java.util.ArrayList<@Nullable Object>(Arrays.asList(
                "backup",
                place ? null : word,
                "destination",
                given.text("--from"),
                "place",
                place ? word : null,
                "keyFile",
                given.text("--key"),
                "environmentFile",
                given.text("--environment")));
        pairs.addAll(Arrays.asList(more));
        return pairs.toArray();
    }

    static @Nullable String first(Given given) {
        return given.words().isEmpty() ? null : given.words().getFirst();
    }

    static Exit[] exits() {
        return new Exit[] {Exit.FAILED, Exit.USAGE, Exit.PART, Exit.VALIDATION, Exit.UNREACHABLE, Exit.INTERRUPTED};
    }
}
