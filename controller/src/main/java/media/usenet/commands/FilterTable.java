package media.usenet.commands;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// The filters of `filters.yaml` by name, and those that are refused with a reason of their own.
record FilterTable(Map<String, FilterRule> filters, Map<String, String> refused) {

    FilterTable {
        filters = Map.copyOf(filters);
        refused = Map.copyOf(refused);
    }

    static FilterTable load(Vocabulary vocabulary) {
        var filters = new TreeMap<String, FilterRule>();
        var refused = new TreeMap<String, String>();
        Vocabulary.table("filters.yaml", table -> {
            Vocabulary.each(
                    table.map("filters"), (name, entry) -> filters.put(name, FilterRule.of(name, entry, vocabulary)));
            table.textMap("refused")
                    .forEach((reason, names) ->
                            Set.of(names.trim().split("\\s+")).forEach(name -> refused.put(name, reason)));
        });
        return new FilterTable(filters, refused);
    }

    Optional<FilterRule> named(String name) {
        return Optional.ofNullable(filters.get(name));
    }

    /// Why a name is none that is allowed.
    String unknown(String name) {
        var because = refused.get(name);
        return because == null
                ? "is no filter that is allowed" + Flaws.suggestion(name, filters.keySet())
                : "is not allowed: " + because;
    }
}
