package media.usenet.formats;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import media.usenet.formats.Term.Anything;
import media.usenet.formats.Term.Chain;
import media.usenet.formats.Term.Choice;
import media.usenet.formats.Term.Group;
import media.usenet.formats.Term.Letter;
import media.usenet.formats.Term.Look;
import media.usenet.formats.Term.Mark;
import media.usenet.formats.Term.Repeat;

/// Reads a regular expression as .NET does.
final class ExpressionReader {

    /// More nesting than this is no rule that a person wrote.
    private static final int DEEPEST = 100;

    private static final int MOST_REPEATS = 1_000;
    private static final Pattern OPENING =
            Pattern.compile("\\((?:\\?(?:[im]*(?:-[im]+)?:|<[A-Za-z]\\w*>|=|!|<=|<!|>))?");
    private static final Pattern SWITCH = Pattern.compile("\\(\\?[im]*(?:-[im]+)?\\)");
    private static final Pattern TIMES = Pattern.compile("\\{(\\d{1,9})(,(\\d{0,9}))?\\}");

    private final String text;
    private final Escapes escapes;
    private int at;
    private int depth;

    private ExpressionReader(String text) {
        this.text = text;
        this.escapes = new Escapes(text);
    }

    static Term read(String expression) throws UnusableExpression {
        var reader = new ExpressionReader(expression);
        var term = reader.choice();
        if (reader.at < expression.length()) {
            throw new UnusableExpression("it closes a group that it did not open, at " + reader.at);
        }
        return term;
    }

    private Term choice() throws UnusableExpression {
        var branches = new ArrayList<Term>();
        branches.add(chain());
        while (at < text.length() && text.charAt(at) == '|') {
            at++;
            branches.add(chain());
        }
        return branches.size() == 1 ? branches.getFirst() : new Choice(List.copyOf(branches));
    }

    private Term chain() throws UnusableExpression {
        var parts = new ArrayList<Term>();
        while (at < text.length() && text.charAt(at) != '|' && text.charAt(at) != ')') {
            parts.add(repeated(one()));
        }
        return parts.size() == 1 ? parts.getFirst() : new Chain(List.copyOf(parts));
    }

    private Term one() throws UnusableExpression {
        char c = text.charAt(at);
        return switch (c) {
            case '(' -> group();
            case '[' -> letters();
            case '\\' -> escaped();
            case '.' -> taken(new Anything("."));
            case '^', '$' -> taken(new Mark(String.valueOf(c)));
            case '*', '+', '?' -> throw new UnusableExpression("it repeats nothing, at " + at);
            // A brace that counts nothing is itself.
            default -> taken(new Letter(c));
        };
    }

    private Term taken(Term term) {
        at++;
        return term;
    }

    private Term group() throws UnusableExpression {
        var whole = SWITCH.matcher(text).region(at, text.length());
        if (whole.lookingAt()) {
            at = whole.end();
            return new Mark(whole.group());
        }
        var opening = OPENING.matcher(text).region(at, text.length());
        if (!opening.lookingAt() || text.startsWith("?", opening.end()) || ++depth > DEEPEST) {
            throw new UnusableExpression("a group of a kind that Java does not have, at " + at);
        }
        at = opening.end();
        var inner = choice();
        if (at == text.length()) {
            throw new UnusableExpression("a group is not closed");
        }
        at++;
        depth--;
        return switch (opening.group()) {
            case "(?=" -> new Look(true, true, inner);
            case "(?!" -> new Look(true, false, inner);
            case "(?<=" -> new Look(false, true, inner);
            case "(?<!" -> new Look(false, false, inner);
            default -> new Group(opening.group(), inner);
        };
    }

    private Term letters() throws UnusableExpression {
        var reader = new LettersReader(text, at, escapes);
        var letters = reader.read();
        at = reader.end();
        return letters;
    }

    private Term escaped() throws UnusableExpression {
        var term = escapes.read(at, false);
        at = escapes.end();
        return term;
    }

    private Term repeated(Term term) throws UnusableExpression {
        if (at == text.length()) {
            return term;
        }
        int least = 0;
        int most = Repeat.ENDLESS;
        switch (text.charAt(at)) {
            case '*' -> at++;
            case '+' -> {
                least = 1;
                at++;
            }
            case '?' -> {
                most = 1;
                at++;
            }
            default -> {
                var times = TIMES.matcher(text).region(at, text.length());
                if (!times.lookingAt()) {
                    return term;
                }
                least = Integer.parseInt(times.group(1));
                most = times.group(2) == null
                        ? least
                        : times.group(3).isEmpty() ? most : Integer.parseInt(times.group(3));
                at = times.end();
            }
        }
        if (least > MOST_REPEATS || most > MOST_REPEATS || (most >= 0 && most < least)) {
            throw new UnusableExpression("it repeats %d to %d times".formatted(least, most));
        }
        boolean few = text.startsWith("?", at);
        at += few ? 1 : 0;
        if (at < text.length() && (text.charAt(at) == '*' || text.charAt(at) == '+' || text.charAt(at) == '?')) {
            throw new UnusableExpression("it repeats a repetition, at " + at);
        }
        return new Repeat(term, least, most, few ? "?" : "");
    }
}
