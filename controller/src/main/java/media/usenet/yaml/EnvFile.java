package media.usenet.yaml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import media.usenet.problem.Flaw;

/// The `.env` file that Compose users know: `NAME=value` lines, with comments, quotes and an optional `export`.
///
/// @param variables in the file's order; a name that stands twice has its last value, as Compose has it
/// @param lines where each variable stands, counted from 1
/// @param flaws lines that say nothing
public record EnvFile(Map<String, String> variables, Map<String, Integer> lines, List<Flaw> flaws) {

    private static final Pattern ASSIGNMENT = Pattern.compile("(?:export\\s+)?([A-Za-z_][A-Za-z0-9_]*)\\s*=\\s*(.*)");
    private static final Pattern SINGLE_QUOTED = Pattern.compile("'((?:\\\\'|[^'])*)'.*");
    private static final Pattern DOUBLE_QUOTED = Pattern.compile("\"((?:\\\\.|[^\"\\\\])*)\".*");
    private static final Pattern ESCAPED = Pattern.compile("\\\\([nrt\"\\\\$])");

    public static EnvFile parse(String name, String text) {
        var file = new EnvFile(new LinkedHashMap<>(), new LinkedHashMap<>(), new ArrayList<>());
        int number = 0;
        for (var raw : text.lines().toList()) {
            file.read(raw.strip(), ++number, name + ":" + number);
        }
        return file;
    }

    private void read(String line, int number, String where) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        var assignment = ASSIGNMENT.matcher(line);
        if (!assignment.matches()) {
            flaws.add(new Flaw(where, "", "must be NAME=value, a comment or empty"));
            return;
        }
        var variable = assignment.group(1);
        lines.put(variable, number);
        variables.put(variable, value(assignment.group(2), new Flaw(where, variable, "has no closing quote")));
    }

    /// Quotes and escapes as Compose reads them.
    private String value(String written, Flaw unclosed) {
        var single = SINGLE_QUOTED.matcher(written);
        if (single.matches()) {
            return single.group(1).replace("\\'", "'");
        }
        var quoted = DOUBLE_QUOTED.matcher(written);
        if (quoted.matches()) {
            return ESCAPED.matcher(quoted.group(1))
                    .replaceAll(escape -> Matcher.quoteReplacement(meant(escape.group(1))));
        }
        if (written.startsWith("'") || written.startsWith("\"")) {
            flaws.add(unclosed);
        }
        int comment = written.indexOf(" #");
        return (comment < 0 ? written : written.substring(0, comment)).strip();
    }

    private static String meant(String escaped) {
        return switch (escaped) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> escaped;
        };
    }
}
