package media.usenet.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The variables in a template's texts, written as Compose has them: `${NAME}`, `${NAME:-otherwise}`, `$NAME`; `$$` is
/// a dollar sign.
final class Variables {

    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\$|\\{(?<braced>[A-Za-z_]\\w*)(?<rest>:?[-?+][^}]*)?\\}|(?<plain>[A-Za-z_]\\w*))");

    private Variables() {}

    /// Names of those that need a value, in plain maps, lists and texts of any depth.
    static Set<String> needed(@Nullable Object plain) {
        var names = new TreeSet<String>();
        collect(plain, names);
        return names;
    }

    private static void collect(@Nullable Object plain, Set<String> names) {
        switch (plain) {
            case Map<?, ?> map -> map.values().forEach(value -> collect(value, names));
            case Collection<?> list -> list.forEach(item -> collect(item, names));
            case String text ->
                VARIABLE.matcher(text)
                        .results()
                        .filter(Variables::needsValue)
                        .map(Variables::name)
                        .forEach(names::add);
            case null, default -> {
                // numbers and booleans hold none
            }
        }
    }

    /// The text with every variable replaced that has a value or an alternative of its own.
    static String fill(String text, Map<String, String> values) {
        return VARIABLE.matcher(text).replaceAll(match -> Matcher.quoteReplacement(value(match, values)));
    }

    private static String value(MatchResult match, Map<String, String> values) {
        if (match.group().equals("$$")) {
            return "$";
        }
        var value = values.get(name(match));
        var rest = match.group("rest");
        if (value == null && rest != null && rest.contains("-")) {
            return rest.substring(rest.indexOf('-') + 1);
        }
        return value == null ? match.group() : value;
    }

    private static boolean needsValue(MatchResult match) {
        var rest = match.group("rest");
        return !match.group().equals("$$") && (rest == null || rest.startsWith("?") || rest.startsWith(":?"));
    }

    private static String name(MatchResult match) {
        var braced = match.group("braced");
        return braced == null ? match.group("plain") : braced;
    }
}
