package media.usenet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import media.usenet.naming.ReleaseParser;

/// `usenet media names`: what release names say. The only command that asks nobody.
final class MediaNames implements Command {

    @Override
    public Manual manual() {
        return new Manual("names", "what release names and paths say of the works in them")
                .about("Reads names from standard input, one a line, and needs no controller.")
                .example("ls /srv/pool | usenet media names", "for people")
                .example("usenet media names --json < names.txt", "one JSON object a line")
                .exits(Exit.FAILED, Exit.USAGE);
    }

    @Override
    public int run(Session session, Given given) {
        var in = session.around().in();
        try (var names = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            boolean read = true;
            for (var name = names.readLine(); name != null && read; name = read ? names.readLine() : null) {
                var fields = ReleaseParser.parse(name).fields();
                session.screen().line(session.json() ? JsonWriting.object(fields) : text(name, fields));
                read = names.ready() || session.screen().flush();
            }
        } catch (IOException e) {
            throw new CliProblem(
                    Exit.FAILED,
                    "INPUT_BROKEN",
                    "cannot read names: " + e.getMessage(),
                    "usenet media names < names.txt");
        }
        return Exit.DONE.code;
    }

    private static String text(String name, Map<String, Object> fields) {
        return LogText.harmless(name)
                + fields.entrySet().stream()
                        .map(field ->
                                "\n  " + field.getKey() + ": " + LogText.harmless(String.valueOf(field.getValue())))
                        .collect(Collectors.joining());
    }
}
