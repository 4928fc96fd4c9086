package media.usenet.naming;

import java.util.ArrayList;

/// Makes titles of the words that mean nothing else.
final class Titles {

    private final Reading reading;
    private final Tokens tokens;

    private Titles(Reading reading) {
        this.reading = reading;
        this.tokens = reading.tokens();
    }

    static String title(Reading reading, Outline outline) {
        return new Titles(reading).title(outline.begin(), outline.end());
    }

    /// The words between what counts the episode and the first fact behind it.
    static String episodeTitle(Reading reading, Outline outline) {
        int from = outline.end();
        while (from < reading.size() && !reading.free(from)) {
            from++;
        }
        boolean follows = from > 0 && from < reading.size() && reading.at(from - 1) instanceof Piece.Counted;
        int to = from;
        while (follows && reading.free(to) && !(to > from && Brackets.opens(reading.tokens(), to))) {
            to++;
        }
        return to == from || reading.tokens().bracket(from) > 0 ? "" : new Titles(reading).text(from, to);
    }

    private String title(int begin, int end) {
        int to = end;
        while (to > begin && dropped(to - 1, begin)) {
            to--;
        }
        int bracket = tokens.bracket(to - 1);
        if (to > begin && bracket > 0 && tokens.opening(bracket) > begin && apart(tokens.opening(bracket))) {
            return aside(begin, tokens.opening(bracket), to);
        }
        return to <= begin || reading.firm(begin) ? "" : alternatives(text(begin, to));
    }

    /// Brackets that touch the word before them are part of it.
    private boolean apart(int bracket) {
        var gap = tokens.gap(bracket);
        return gap.length() > 1 && gap.indexOf('<') < 0;
    }

    private boolean dropped(int index, int begin) {
        return index > begin && !reading.free(index) && !(reading.at(index) instanceof Piece.Year);
    }

    /// The words in brackets before the end of a title say it again, in letters that more people read.
    private String aside(int begin, int bracket, int to) {
        var title = alternatives(text(begin, bracket));
        var again = alternatives(text(bracket, to));
        return Scripts.latin(title) || !Scripts.latin(again) ? title : again;
    }

    private String text(int from, int to) {
        return Spacing.words(tokens.text().substring(tokens.get(from).start(), titleEnd(to)));
    }

    /// With the dot that belongs to the last word: `S.H.I.E.L.D.`
    private int titleEnd(int to) {
        int end = tokens.get(to - 1).end();
        boolean initial = tokens.get(to - 1).length() == 1 && tokens.dotted(to - 1) && tokens.dotted(to);
        boolean initials = initial && to > 1 && tokens.get(to - 2).length() == 1;
        return initials ? end + 1 : end;
    }

    /// The same title in several languages: those in Latin letters, if there are any.
    private static String alternatives(String text) {
        if (Scripts.pure(text)) {
            return text;
        }
        var latin = new ArrayList<String>();
        var pure = new ArrayList<String>();
        for (var one : text.split(" [/|] ", -1)) {
            if (Scripts.pure(one)) {
                pure.add(one);
            } else if (Scripts.latin(one)) {
                latin.add(Scripts.latinEnd(one));
            }
        }
        var best = pure.isEmpty() ? latin : pure;
        return best.isEmpty() ? text : String.join(" / ", best);
    }
}
