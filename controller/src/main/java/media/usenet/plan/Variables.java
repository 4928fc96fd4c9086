package media.usenet.plan;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import media.usenet.catalog.TemplateVariables;
import media.usenet.catalog.TemplateVariables.Reference;
import org.jspecify.annotations.Nullable;

/// The values of templates' `${VARIABLE}`s. Secrets stay variables: Compose reads them from the private file.
final class Variables {

    private final Map<String, String> values;
    private final Set<String> secrets;
    private final Set<String> unset = new LinkedHashSet<>();

    Variables(Map<String, String> values, Set<String> secrets) {
        this.values = Map.copyOf(values);
        this.secrets = Set.copyOf(secrets);
    }

    /// The plain value of a text, for use outside Compose.
    String resolve(String text) {
        return replace(text, false);
    }

    /// As [#resolve], with each `$` written so that Compose reads it as itself.
    Map<String, Object> resolveModel(Map<String, Object> model) {
        var resolved = new LinkedHashMap<String, Object>();
        model.forEach((key, value) -> resolved.put(key, model(value)));
        return resolved;
    }

    /// Names that were asked for and have no value.
    Set<String> unset() {
        return Set.copyOf(unset);
    }

    private Object model(@Nullable Object value) {
        return switch (value) {
            case null -> "";
            case String text -> replace(text, true);
            case List<?> list -> list.stream().map(this::model).toList();
            case Map<?, ?> map -> {
                var resolved = new LinkedHashMap<String, Object>();
                map.forEach((key, item) -> resolved.put(String.valueOf(key), model(item)));
                yield resolved;
            }
            default -> value;
        };
    }

    private String replace(String text, boolean forCompose) {
        return TemplateVariables.replace(text, forCompose ? "$$" : "$", reference -> {
            if (secrets.contains(reference.name())) {
                return "${" + reference.name() + "}";
            }
            var value = value(reference);
            return forCompose ? value.replace("$", "$$") : value;
        });
    }

    private String value(Reference reference) {
        var value = values.get(reference.name());
        if (value == null && reference.alternative().isEmpty()) {
            unset.add(reference.name());
        }
        // `:-` replaces an empty value too, `-` an absent one alone.
        if (value == null || (value.isEmpty() && reference.written().contains(":-"))) {
            return reference.alternative().orElse("");
        }
        return value;
    }
}
