package media.usenet.catalog;

import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The variables in a template's texts, written as Compose has them: `${NAME}`, `${NAME:-otherwise}`, `$NAME`; `$$` is
/// a dollar sign.
public final class TemplateVariables {

    private static final Pattern VARIABLE =
            Pattern.compile("\\$(?:\\$|\\{(?<braced>[A-Za-z_]\\w*)(?<rest>:?[-?+][^}]*)?\\}|(?<plain>[A-Za-z_]\\w*))");

    private TemplateVariables() {}

    /// One variable where it stands.
    ///
    /// @param written as it stands: `${NAME:-otherwise}`
    /// @param alternative what it means without a value
    public record Reference(String name, String written, Optional<String> alternative) {

        private static Reference of(MatchResult match) {
            var braced = match.group("braced");
            var rest = match.group("rest");
            return new Reference(
                    braced == null ? match.group("plain") : braced,
                    match.group(),
                    rest != null && rest.contains("-")
                            ? Optional.of(rest.substring(rest.indexOf('-') + 1))
                            : Optional.empty());
        }
    }

    /// Names of those that need a value, in plain maps, lists and texts of any depth.
    public static Set<String> needed(@Nullable Object plain) {
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
                        .filter(TemplateVariables::needsValue)
                        .map(match -> Reference.of(match).name())
                        .forEach(names::add);
            case null, default -> {
                // numbers and booleans hold none
            }
        }
    }

    /// The text with every variable replaced that has a value or an alternative of its own.
    public static String fill(String text, Map<String, String> values) {
        return replace(
                text,
                "$",
                reference -> Optional.ofNullable(values.get(reference.name()))
                        .or(reference::alternative)
                        .orElse(reference.written()));
    }

    /// The text with each variable replaced by what the function gives for it.
    ///
    /// @param dollar what `$$` becomes
    public static String replace(String text, String dollar, Function<Reference, String> value) {
        return VARIABLE.matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(
                        match.group().equals("$$") ? dollar : value.apply(Reference.of(match))));
    }

    private static boolean needsValue(MatchResult match) {
        var rest = match.group("rest");
        return !match.group().equals("$$") && (rest == null || rest.startsWith("?") || rest.startsWith(":?"));
    }
}
