package media.usenet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Asks the person at the terminal before something is taken away.
final class Confirmation {

    private Confirmation() {}

    /// Returns when the answer is yes.
    ///
    /// @param consequence what will happen
    /// @param unasked the command that would not ask
    static void ask(Session session, String consequence, String unasked) {
        var answer = asked(session, consequence, "Go on? [y/N] ", unasked);
        if (!answer.toLowerCase(Locale.ROOT).startsWith("y")) {
            throw new CliProblem(Exit.FAILED, "NOT_CONFIRMED", "nothing was changed", unasked);
        }
    }

    /// Asks for a word that nobody types by habit.
    ///
    /// @return what was typed, to be compared by whoever knows what it has to be
    static String word(Session session, String consequence, String question, String unasked) {
        var answer = asked(session, consequence, question, unasked);
        if (answer.isEmpty()) {
            throw new CliProblem(Exit.FAILED, "NOT_CONFIRMED", "nothing was changed", unasked);
        }
        return answer;
    }

    private static String asked(Session session, String consequence, String question, String unasked) {
        var around = session.around();
        if (!around.terminal().in() || !around.terminal().err()) {
            throw new CliProblem(
                    Exit.USAGE, "NOT_CONFIRMED", consequence + ", and nobody is here to confirm it", unasked);
        }
        around.err().print(consequence + ".\n" + question);
        around.err().flush();
        return answer(session);
    }

    private static String answer(Session session) {
        try {
            var lines =
                    new BufferedReader(new InputStreamReader(session.around().in(), StandardCharsets.UTF_8));
            var answer = lines.readLine();
            return answer == null ? "" : answer.strip();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
