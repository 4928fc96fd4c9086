package media.usenet.naming;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/// Reads release names and paths of media files.
public final class ReleaseParser {

    private static final List<Fact> HALF_EPISODE = List.of(new Fact(Trait.SPECIAL, "true"));

    private ReleaseParser() {}

    /// @param name a release name, a file's name, or a path with either kind of slash
    /// @return [Release#NOTHING] is said of a name that hides what it is
    public static Release parse(String name) {
        return Folders.read(name);
    }

    /// One name, without folders.
    static Release name(String name) {
        var reading = Reading.of(Tokens.of(Hidden.turned(name)));
        var outline = Outline.of(reading);
        var loose =
                countsEpisodes(reading) ? LooseEpisodes.beside(reading, outline) : LooseEpisodes.find(reading, outline);
        if (loose != null) {
            reading.put(loose);
            outline = Outline.of(reading);
        }
        SoftWords.settle(reading, outline);
        return release(reading, outline);
    }

    private static boolean countsEpisodes(Reading reading) {
        for (var piece : reading.pieces()) {
            boolean episodes = piece instanceof Piece.Counted counted
                    && !counted.numbering().episodes().isEmpty();
            if (episodes || piece instanceof Piece.Dated) {
                return true;
            }
        }
        return false;
    }

    private static Release release(Reading reading, Outline outline) {
        var traits = new EnumMap<Trait, List<String>>(Trait.class);
        var numbering = numbering(reading);
        LocalDate date = null;
        for (var piece : reading.pieces()) {
            if (piece instanceof Piece.Known known && known.firm()) {
                add(traits, known.facts());
            }
        }
        for (var piece : reading.pieces()) {
            switch (piece) {
                case Piece.Known known -> add(traits, known.facts());
                case Piece.Aside aside -> add(traits, aside.facts());
                case Piece.Counted counted -> {}
                case Piece.Dated dated -> date = date == null ? dated.date() : date;
                case Piece.Year year -> {}
            }
        }
        if (!numbering.halves().isEmpty()) {
            add(traits, HALF_EPISODE);
        }
        traits.remove(Trait.RELEASE_GROUP);
        add(traits, Groups.find(reading, outline));
        var year = outline.year();
        return new Release(
                Titles.title(reading, outline),
                year != null ? OptionalInt.of(year.year()) : yearOf(numbering, date),
                numbering,
                Optional.ofNullable(date),
                Titles.episodeTitle(reading, outline),
                Parts.find(reading.tokens()),
                traits);
    }

    /// What a series that is counted by days says behind its facts is its uploader's: `2015 02 09 WEBRip s01e13`.
    private static Numbering numbering(Reading reading) {
        var numbering = Numbering.NONE;
        boolean dated = false;
        boolean closed = false;
        for (var piece : reading.pieces()) {
            dated |= piece instanceof Piece.Dated;
            closed |= dated && piece instanceof Piece.Known known && known.firm();
            if (piece instanceof Piece.Counted counted && !closed) {
                numbering = numbering.or(counted.numbering());
            }
        }
        return numbering;
    }

    /// Series of daily shows and old cartoons are counted by years.
    private static OptionalInt yearOf(Numbering numbering, @Nullable LocalDate date) {
        if (date != null) {
            return OptionalInt.of(date.getYear());
        }
        int season = numbering.seasons().size() == 1 ? numbering.seasons().getFirst() : 0;
        return Years.possible(season) ? OptionalInt.of(season) : OptionalInt.empty();
    }

    private static void add(Map<Trait, List<String>> traits, List<Fact> facts) {
        for (var fact : facts) {
            var values = traits.computeIfAbsent(fact.trait(), none -> new ArrayList<>(2));
            if (!values.contains(fact.value())) {
                values.add(fact.value());
            }
        }
    }
}
