package media.usenet.catalog;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import media.usenet.problem.Flaw;

/// Reads an `.env` as Compose does: one `NAME=value` on a line, values perhaps in quotes, `#` before a comment.
final class EnvFile {

    private static final Pattern LINE = Pattern.compile("""
            \\s*(?:export\\s+)?(?<name>[A-Za-z_]\\w*)\\s*=\\s*\
            (?:'(?<single>[^']*)'|"(?<double>[^"]*)"|(?<bare>[^'"\\s#].*?|))\
            (?:\\s+#.*|\\s*)""");

    private EnvFile() {}

    /// @param name what flaws call the file
    static Map<String, String> parse(String name, String text, List<Flaw> flaws) {
        var values = new LinkedHashMap<String, String>();
        var lines = text.lines().toList();
        for (int number = 1; number <= lines.size(); number++) {
            var line = lines.get(number - 1);
            if (line.isBlank() || line.stripLeading().startsWith("#")) {
                continue;
            }
            var match = LINE.matcher(line);
            if (!match.matches()) {
                flaws.add(new Flaw(name + ":" + number, "", "must be NAME=value"));
            } else if (match.group("single") != null) {
                values.put(match.group("name"), match.group("single"));
            } else if (match.group("double") != null) {
                values.put(match.group("name"), match.group("double"));
            } else {
                values.put(match.group("name"), match.group("bare"));
            }
        }
        return values;
    }
}
