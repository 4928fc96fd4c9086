package media.usenet.library;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Conditions of a query with their parameters. Pure: the same filter, the same text.
final class Where {

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    private Where() {}

    /// Without what the facets say.
    static Where ranges(LibraryFilter filter) {
        var where = new Where();
        filter.duration().where("duration_ms", where.conditions, where.parameters);
        filter.bitrate().where("bitrate", where.conditions, where.parameters);
        filter.bytes().where("bytes", where.conditions, where.parameters);
        if (filter.text() != null) {
            where.parameters.put("text", "%" + escaped(filter.text()) + "%");
            where.conditions.add("search like :text escape '!'");
        }
        return where;
    }

    /// @param online the slots whose files are there
    static Where all(LibraryFilter filter, Set<String> online) {
        var where = ranges(filter);
        var cells = new ArrayList<String>();
        filter.wanted().forEach((facet, values) -> {
            if (!values.isEmpty()) {
                where.facet(facet, values, online, cells);
            }
        });
        if (!cells.isEmpty()) {
            where.conditions.add(
                    "cell in (select id from library_cells where %s)".formatted(String.join(" and ", cells)));
        }
        return where;
    }

    /// @param cells conditions on the cell of a file
    private void facet(Facet facet, Set<String> values, Set<String> online, List<String> cells) {
        switch (facet) {
            case SLOT -> cells.add(in("slot", values));
            case AREA -> cells.add(in("area", values));
            case KIND -> cells.add(in("kind", values));
            case RESOLUTION -> cells.add(in("resolution", values));
            case CODEC -> cells.add(in("codec", values));
            case HDR -> cells.add(in("hdr", values));
            case AUDIO -> cells.add(in("sound", values));
            case DURATION -> cells.add(in("length_class", numbers(Classes.LENGTHS, values)));
            case BITRATE -> cells.add(in("rate_class", numbers(Classes.RATES, values)));
            case LANGUAGE -> cells.add(languages(values));
            case STATUS -> conditions.add(in("status", values));
            case PRESENCE -> presence(values, online);
        }
    }

    private String in(String column, Set<?> values) {
        parameters.put(column, values);
        return "%s in (:%s)".formatted(column, column);
    }

    private static Set<Integer> numbers(Classes classes, Set<String> words) {
        return words.stream().map(classes::at).collect(Collectors.toSet());
    }

    private String languages(Set<String> values) {
        var any = new ArrayList<String>();
        for (var language : values) {
            var name = "language" + any.size();
            parameters.put(name, "% " + escaped(language) + " %");
            any.add("languages like :%s escape '!'".formatted(name));
        }
        return "(%s)".formatted(String.join(" or ", any));
    }

    private void presence(Set<String> values, Set<String> online) {
        boolean present = values.contains(Presence.PRESENT.word());
        if (present == values.contains(Presence.UNKNOWN.word())) {
            return;
        }
        // A list must not be empty; no slot has an empty name.
        parameters.put("online", online.isEmpty() ? Set.of("") : online);
        conditions.add(present ? "(lost = 0 and slot in (:online))" : "(lost = 1 or slot not in (:online))");
    }

    private static String escaped(String text) {
        return text.toLowerCase(Locale.ROOT)
                .replace("!", "!!")
                .replace("%", "!%")
                .replace("_", "!_");
    }

    /// `where ...`, or nothing.
    String text() {
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    Map<String, Object> parameters() {
        return parameters;
    }
}
