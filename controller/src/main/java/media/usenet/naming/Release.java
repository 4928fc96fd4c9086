package media.usenet.naming;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// What a release name says. Empty is what it does not say.
///
/// @param part which part of a work that came out in several
public record Release(
        String title,
        OptionalInt year,
        Numbering numbering,
        Optional<LocalDate> date,
        String episodeTitle,
        OptionalInt part,
        Map<Trait, List<String>> traits) {

    static final Release NOTHING =
            new Release("", OptionalInt.empty(), Numbering.NONE, Optional.empty(), "", OptionalInt.empty(), Map.of());

    public Release {
        traits = Map.copyOf(traits);
    }

    /// All that is said of this.
    public List<String> all(Trait trait) {
        return traits.getOrDefault(trait, List.of());
    }

    public Optional<String> first(Trait trait) {
        return all(trait).stream().findFirst();
    }

    public boolean says(Trait trait) {
        return traits.containsKey(trait);
    }

    /// Whether it is of a series.
    public boolean series() {
        return !numbering.isEmpty() || date.isPresent();
    }

    /// A whole season or several in one release.
    public boolean seasonPack() {
        return !numbering.seasons().isEmpty()
                && numbering.episodes().isEmpty()
                && numbering.halves().isEmpty()
                && date.isEmpty();
    }

    /// Whether it was made again because another release or its own first try was bad.
    public boolean remade() {
        return says(Trait.PROPER) || says(Trait.REPACK) || says(Trait.REAL);
    }

    /// Whether it is named as releases are, rather than as people name folders.
    boolean isRelease() {
        return says(Trait.SOURCE) || says(Trait.VIDEO_CODEC) || says(Trait.RESOLUTION);
    }

    Release titled(String other) {
        var own = series() && episodeTitle.isEmpty() && numbering.episodes().isEmpty() ? title : episodeTitle;
        return new Release(other, year, numbering, date, own, part, traits);
    }

    /// Nothing but what kind of file it is.
    Release untitled() {
        return new Release("", year, Numbering.NONE, date, "", part, container());
    }

    private Map<Trait, List<String>> container() {
        return says(Trait.CONTAINER) ? Map.of(Trait.CONTAINER, all(Trait.CONTAINER)) : Map.of();
    }

    /// In a folder that is a season's, a bare number is an episode of it.
    Release inSeason(Numbering season) {
        var own = numbering.seasons().isEmpty()
                ? new Numbering(season.seasons(), numbering.episodes(), List.of(), numbering.halves())
                : numbering;
        return new Release(title, year, own, date, episodeTitle, part, traits);
    }

    /// This, and from the other whatever this does not say.
    Release or(Release other) {
        var both = new EnumMap<Trait, List<String>>(Trait.class);
        both.putAll(other.traits);
        both.putAll(traits);
        return new Release(
                title,
                year.isPresent() ? year : other.year,
                numbering.or(other.numbering),
                date.or(() -> other.date),
                episodeTitle.isEmpty() ? other.episodeTitle : episodeTitle,
                part.isPresent() ? part : other.part,
                both);
    }

    /// By the names that answers give them, what is said only: texts, numbers, true, and lists of them.
    public Map<String, Object> fields() {
        var fields = new LinkedHashMap<String, Object>();
        if (series() || !title.isEmpty()) {
            fields.put("type", series() ? "episode" : "movie");
        }
        put(fields, "title", title);
        year.ifPresent(number -> fields.put("year", number));
        put(fields, "season", numbering.seasons());
        put(fields, "episode", numbering.episodes());
        put(fields, "absolute_episode", numbering.absolutes());
        if (!numbering.halves().isEmpty()) {
            fields.put(
                    "special_absolute_episode",
                    numbering.halves().stream().map(episode -> episode + 0.5).toList());
        }
        date.ifPresent(day -> fields.put("date", day.toString()));
        put(fields, "episode_title", episodeTitle);
        part.ifPresent(number -> fields.put("part", number));
        if (seasonPack()) {
            fields.put("season_pack", true);
        }
        for (var trait : Trait.values()) {
            if (trait.told() && says(trait)) {
                fields.put(trait.key(), value(trait));
            }
        }
        if (remade()) {
            fields.put("proper_or_repack", true);
            fields.put("proper_any", true);
        }
        return fields;
    }

    private Object value(Trait trait) {
        var all = all(trait);
        return switch (trait.shape()) {
            case TEXT -> all.getFirst();
            case NUMBER -> Integer.valueOf(all.getLast());
            case FLAG -> true;
            case LIST -> all;
        };
    }

    private static void put(Map<String, Object> fields, String key, String text) {
        if (!text.isEmpty()) {
            fields.put(key, text);
        }
    }

    private static void put(Map<String, Object> fields, String key, List<Integer> numbers) {
        if (!numbers.isEmpty()) {
            fields.put(key, numbers);
        }
    }
}
