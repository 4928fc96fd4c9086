package media.usenet.naming;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the episode that nothing but its place in the name tells: `- 07 [1080p]`, `[17]`, `01 ~ 24`, `003. Title`.
final class LooseEpisodes {

    private static final Set<String> HALF = Set.of("5", "5v2", "5v3", "5v4");
    private static final Set<String> ENDED = Set.of("end", "fin", "final");

    /// Films of a series are counted among themselves.
    private static final Set<String> FILM = Set.of("movie", "film");

    private final Reading reading;
    private final Tokens tokens;
    private final Outline outline;

    /// Whether the name begins as those of fansub groups do: `[Group] Title - 07`.
    private final boolean fansub;

    private LooseEpisodes(Reading reading, Outline outline) {
        this.reading = reading;
        this.tokens = reading.tokens();
        this.outline = outline;
        this.fansub = Brackets.opensSquare(tokens, 0) && !(reading.at(0) instanceof Piece.Aside);
    }

    /// @return null where there is none
    static Piece.@Nullable Counted find(Reading reading, Outline outline) {
        var loose = new LooseEpisodes(reading, outline);
        var counted = loose.setApart();
        counted = counted == null ? loose.inTitle() : counted;
        return counted == null ? loose.leading() : counted;
    }

    /// The absolute number right before season and episode: `313-315.s16e03-05`, `[Group] Title 214 10x14`.
    static Piece.@Nullable Counted beside(Reading reading, Outline outline) {
        int anchor = outline.anchor();
        if (!(reading.at(anchor) instanceof Piece.Counted) || anchor - 2 < outline.begin()) {
            return null;
        }
        var loose = new LooseEpisodes(reading, outline);
        var range = BareNumber.at(reading, anchor - 2);
        if (range != null && loose.spacedDash(anchor - 2) && loose.half(range)) {
            return new Piece.Counted(anchor - 2, anchor, Numbering.NONE);
        }
        if (range != null && range.range() && range.digits() == 3) {
            return range.alsoAbsolute();
        }
        var single = BareNumber.at(reading, anchor - 1);
        boolean fansub = Brackets.opensSquare(reading.tokens(), 0);
        return fansub && single != null && single.digits() == 3 ? single.alsoAbsolute() : null;
    }

    /// Apart from the title by a dash, by brackets, or by being several.
    private Piece.@Nullable Counted setApart() {
        for (int at = outline.begin() + 1; at < tokens.size(); at++) {
            var number = BareNumber.at(reading, at);
            if (number != null && spacedDash(at) && half(number) && closes(number.to() + 1)) {
                return new Piece.Counted(at, at + 2, Numbering.half(number.first()));
            }
            if (number != null && (bracketed(number) || (closes(number.to()) && (dashed(number) || several(number))))) {
                return number.absolute();
            }
        }
        return null;
    }

    /// Half an episode is a special between two: `- 12.5`, and made again `- 12.5v2`.
    private boolean half(BareNumber number) {
        return tokens.dotted(number.to()) && HALF.contains(tokens.lower(number.to()));
    }

    private boolean dashed(BareNumber number) {
        return spacedDash(number.from()) && (number.digits() > 1 || fansub);
    }

    private boolean several(BareNumber number) {
        return number.range() && (fansub || (number.digits() > 1 && !pair(number)));
    }

    /// A file holds one episode, so the first of two numbers is its season: `03-20.mkv`.
    private boolean pair(BareNumber number) {
        boolean file = number.to() == tokens.size() - 1 && reading.at(number.to()) instanceof Piece.Aside;
        return file && !fansub && number.range() && number.digits() == 2 && number.last() < 100;
    }

    /// Alone in brackets, as names from East Asia have it.
    private boolean bracketed(BareNumber number) {
        if (!Brackets.opens(tokens, number.from())) {
            return false;
        }
        int end = Brackets.end(tokens, number.from());
        boolean alone = end == number.to() || (end == number.to() + 1 && ENDED.contains(tokens.lower(number.to())));
        return alone && (number.range() || (fansub && Brackets.opensSquare(tokens, number.from())));
    }

    private boolean spacedDash(int index) {
        var gap = tokens.gap(index);
        int dash = Math.max(gap.indexOf('-'), gap.indexOf('~'));
        return dash > 0 && dash < gap.length() - 1;
    }

    /// Whether a title has ended here: the end, brackets, a dash, a fact.
    private boolean closes(int index) {
        return index >= tokens.size()
                || !reading.free(index)
                || spacedDash(index)
                || Brackets.opens(tokens, index)
                || ENDED.contains(tokens.lower(index));
    }

    /// The last number of a title is an episode where other signs point to a series.
    private Piece.@Nullable Counted inTitle() {
        for (int at = Math.min(outline.anchor(), tokens.size() - 1); at > outline.begin(); at--) {
            var number = BareNumber.at(reading, at);
            boolean last = number != null && (closes(number.to()) || episodeTitleMayFollow(number));
            var counted = number != null && last ? counted(number) : null;
            if (counted != null) {
                return counted;
            }
        }
        return null;
    }

    /// Behind a padded number, or behind the year of a series.
    private boolean episodeTitleMayFollow(BareNumber number) {
        boolean plain = outline.anchor() == tokens.size() || reading.at(outline.anchor()) instanceof Piece.Aside;
        boolean padded = number.padded() && number.digits() == 2;
        return (padded && (fansub || (plain && outline.year() == null)))
                || (plain && number.digits() == 3 && reading.at(number.from() - 1) instanceof Piece.Year);
    }

    private Piece.@Nullable Counted counted(BareNumber number) {
        boolean season = reading.at(number.to()) instanceof Piece.Counted;
        if (season && !number.range()) {
            // `Gundam 00 S01`: the season is counted right behind it, so the number is the title's.
            return null;
        }
        if (pair(number)) {
            return number.seasonThenEpisode();
        }
        boolean subtitled = reading.at(number.to()) instanceof Piece.Known known && known.says(Trait.SUBTITLES);
        boolean padded = number.padded() && number.digits() < 4 && number.last() > 0;
        if (subtitled || padded || (fansub && number.digits() > 1)) {
            return number.absolute();
        }
        boolean two = television(number) && number.digits() > 2 && number.first() % 100 > 0;
        if (two || (number.padded() && number.digits() == 4)) {
            return number.seasonAndEpisode();
        }
        boolean one = television(number) && number.digits() == 2 && !reading.free(number.to());
        return one && number.to() < tokens.size() ? number.absolute() : null;
    }

    private boolean television(BareNumber number) {
        return reading.at(number.from() - 1) instanceof Piece.Year
                || (reading.at(number.to()) instanceof Piece.Known known
                        && known.facts().contains(new Fact(Trait.SOURCE, "tv")));
    }

    /// A padded number that a file begins with.
    private Piece.@Nullable Counted leading() {
        var number = outline.year() == null ? BareNumber.at(reading, outline.begin()) : null;
        if (number == null || !reading.free(number.to()) || FILM.contains(tokens.lower(number.to()))) {
            return null;
        }
        boolean padded = number.padded() && (number.digits() == 2 || number.digits() == 3);
        boolean listed = number.digits() == 3 && spacedDash(number.to());
        return padded || listed ? number.absolute() : null;
    }
}
