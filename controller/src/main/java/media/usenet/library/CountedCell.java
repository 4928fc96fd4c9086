package media.usenet.library;

import java.util.EnumMap;
import java.util.Map;
import java.util.Set;

/// The files that are alike in every facet.
///
/// @param values for each facet but the language
/// @param languages those of its sound
record CountedCell(Map<Facet, String> values, Set<String> languages, long files, long bytes) {

    CountedCell counted(Presence presence, String status, long howMany, long howLarge) {
        var all = new EnumMap<>(values);
        all.put(Facet.PRESENCE, presence.word());
        all.put(Facet.STATUS, status);
        return new CountedCell(all, languages, howMany, howLarge);
    }

    String value(Facet facet) {
        return values.getOrDefault(facet, "");
    }

    Set<String> values(Facet facet) {
        return facet == Facet.LANGUAGE ? languages : Set.of(value(facet));
    }

    boolean matches(Facet facet, Set<String> wanted) {
        return wanted.isEmpty()
                || (facet == Facet.LANGUAGE
                        ? languages.stream().anyMatch(wanted::contains)
                        : wanted.contains(value(facet)));
    }
}
