package media.usenet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `usenet media duplicates interactive`: one group after the other, and at the end a plan of those that were
/// meant. It applies nothing.
final class DuplicatesTalk {

    private final Session session;

    DuplicatesTalk(Session session) {
        this.session = session;
    }

    int run() {
        var around = session.around();
        if (!around.terminal().in() || !around.terminal().err()) {
            throw new CliProblem(
                    Exit.USAGE, "NOT_CONFIRMED", "nobody is here to be asked", DuplicatesAct.COMMAND + " list");
        }
        var groups = session.controller().get(new Query("/v1/duplicates")).json().objects("groups").stream()
                .filter(group -> group.number("freedBytes", 0) > 0)
                .toList();
        var lines = new BufferedReader(new InputStreamReader(around.in(), StandardCharsets.UTF_8));
        var meant = new ArrayList<String>();
        for (var group : groups) {
            DuplicatesText.group(session, group);
            var answer = asked(lines, "Plan this one? [y/N/i = no duplicates/q] ");
            switch (answer) {
                case "y" -> meant.add(group.text("id", ""));
                case "i" -> ignore(group);
                case "q" -> {
                    return plan(meant);
                }
                default -> session.hint("left as it is");
            }
        }
        return plan(meant);
    }

    private String asked(BufferedReader lines, String question) {
        session.around().err().print(question);
        session.around().err().flush();
        try {
            var answer = lines.readLine();
            return answer == null ? "q" : answer.strip().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ignore(JsonObject group) {
        var files = group.objects("members").stream()
                .map(member -> Math.round(member.number("file", 0)))
                .toList();
        session.controller().post(new Query("/v1/duplicates/ignore"), JsonWriting.object("files", files));
    }

    private int plan(List<String> groups) {
        if (groups.isEmpty()) {
            session.hint("nothing is planned");
            return Exit.DONE.code;
        }
        var answer = session.controller().post(new Query("/v1/duplicates/plans"), JsonWriting.object("groups", groups));
        DuplicatesText.plan(session, answer.json());
        return Exit.DONE.code;
    }
}
