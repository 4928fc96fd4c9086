package media.usenet.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import media.usenet.problem.Flaw;

/// The `.env` file that Compose users know: `NAME=value` lines, with comments, quotes and an optional `export`.
///
/// @param variables in the file's order; a name that stands twice has its last value, as Compose has it
/// @param flaws lines that say nothing
public record EnvFile(Map<String, String> variables, List<Flaw> flaws) {

    private static final Pattern ASSIGNMENT = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");

    public static EnvFile parse(String name, String text) {
        var variables = new LinkedHashMap<String, String>();
        var flaws = new ArrayList<Flaw>();
        int number = 0;
        for (var raw : text.lines().toList()) {
            number++;
            var line = raw.strip();
            var assignment = ASSIGNMENT.matcher(line);
            if (assignment.matches()) {
                variables.put(assignment.group(1), value(assignment.group(2)));
            } else if (!line.isEmpty() && !line.startsWith("#")) {
                flaws.add(new Flaw(name + ":" + number, "", "must be NAME=value, a comment or empty"));
            }
        }
        return new EnvFile(variables, List.copyOf(flaws));
    }

    private static String value(String written) {
        if (written.length() >= 2 && (written.startsWith("\"") || written.startsWith("'"))) {
            int end = written.indexOf(written.charAt(0), 1);
            if (end > 0) {
                return written.substring(1, end);
            }
        }
        int comment = written.indexOf(" #");
        return (comment < 0 ? written : written.substring(0, comment)).strip();
    }
}
