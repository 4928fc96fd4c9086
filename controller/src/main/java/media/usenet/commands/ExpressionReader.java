package media.usenet.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads an expression over the names that its place allows. It descends as FFmpeg's `av_expr_parse` does: rows with
/// `;` between, of rows with `+` and `-`, of rows with `*` and `/`, of signs and `^`.
final class ExpressionReader {

    private static final int LONGEST = 4000;
    private static final int DEEPEST = 32;
    private static final Pattern SPACE = Pattern.compile("[ \t\r\n]+");
    private static final Pattern NUMBER =
            Pattern.compile("((?:\\d{1,20}(?:\\.\\d{0,20})?|\\.\\d{1,20})(?:[eE][+-]?\\d{1,2})?)(dB|[kKMGmu])?");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_][A-Za-z0-9_]{0,40}");
    private static final Map<String, Double> FACTORS =
            Map.of("k", 1e3, "K", 1e3, "M", 1e6, "G", 1e9, "m", 1e-3, "u", 1e-6);
    private static final Map<String, Double> CONSTANTS = Map.of("PI", Math.PI, "E", Math.E, "PHI", 1.618033988749895);

    private final String text;
    private final ExpressionPlace place;
    private int at;
    private int depth;

    /// Why a text is no expression of its place; told as a [Reading], never seen outside.
    private static final class NotAllowed extends Exception {
        NotAllowed(String message) {
            super(message, null, false, false);
        }
    }

    private ExpressionReader(String text, ExpressionPlace place) {
        this.text = text;
        this.place = place;
    }

    static Reading read(String written, ExpressionPlace place) {
        if (written.length() > LONGEST) {
            return new Reading.Refused("is longer than %d characters".formatted(LONGEST));
        }
        var reader = new ExpressionReader(SPACE.matcher(written).replaceAll(""), place);
        try {
            var expression = reader.sequence();
            if (reader.at < reader.text.length()) {
                throw new NotAllowed(
                        "is no expression: '%s' is too much".formatted(Flaws.shown(reader.text.substring(reader.at))));
            }
            return place.within(expression);
        } catch (NotAllowed e) {
            return new Reading.Refused(String.valueOf(e.getMessage()));
        }
    }

    private Expression sequence() throws NotAllowed {
        if (++depth > DEEPEST) {
            throw new NotAllowed("is nested deeper than %d levels".formatted(DEEPEST));
        }
        var sequence = row(";", () -> row("+-", () -> row("*/", this::power)));
        depth--;
        return sequence;
    }

    private Expression power() throws NotAllowed {
        return row("^", this::signed);
    }

    private Expression signed() throws NotAllowed {
        if (at < text.length() && "+-".indexOf(text.charAt(at)) >= 0) {
            char sign = text.charAt(at++);
            var number = NUMBER.matcher(text).region(at, text.length());
            if (sign == '-' && number.lookingAt() && "dB".equals(number.group(2))) {
                return decibels(number);
            }
            return new Expression.Signed(sign, primary());
        }
        return primary();
    }

    /// -20dB is a tenth: the sign belongs to the decibels.
    private Expression decibels(MatchResult number) throws NotAllowed {
        at = number.end();
        return number("-" + number.group(), -Double.parseDouble(number.group(1)), "dB");
    }

    private Expression primary() throws NotAllowed {
        if (take('(')) {
            var inside = sequence();
            need(')');
            return new Expression.Group(inside);
        }
        var number = NUMBER.matcher(text).region(at, text.length());
        if (number.lookingAt()) {
            at = number.end();
            return number(number.group(), Double.parseDouble(number.group(1)), number.group(2));
        }
        var name = NAME.matcher(text).region(at, text.length());
        if (name.lookingAt()) {
            at = name.end();
            return take('(') ? call(name.group()) : variable(name.group());
        }
        throw new NotAllowed(
                at == text.length()
                        ? "is no expression: it breaks off"
                        : "is no expression: '%s' stands where a number, a name or '(' belongs"
                                .formatted(Flaws.shown(text.substring(at))));
    }

    private Expression number(String written, double digits, @Nullable String suffix) throws NotAllowed {
        if (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || "_.".indexOf(text.charAt(at)) >= 0)) {
            throw new NotAllowed("holds '%s', which is no number"
                    .formatted(Flaws.shown(text.substring(Math.max(0, at - written.length())))));
        }
        double worth = suffix == null
                ? digits
                : suffix.equals("dB") ? Math.pow(10, digits / 20) : digits * FACTORS.getOrDefault(suffix, 1.0);
        if (worth > place.literal()) {
            throw new NotAllowed(
                    "holds the number %s; the most is %s".formatted(written, ExpressionPlace.plain(place.literal())));
        }
        return new Expression.Constant(written, worth);
    }

    private Expression variable(String name) throws NotAllowed {
        if (place.variables().containsKey(name)) {
            return new Expression.Variable(name);
        }
        var constant = CONSTANTS.get(name);
        if (constant == null) {
            throw new NotAllowed(
                    "holds the name '%s', which means nothing here%s".formatted(name, place.variableHint(name)));
        }
        return new Expression.Constant(name, constant);
    }

    private Expression call(String function) throws NotAllowed {
        var arity = place.arity(function);
        if (arity == null) {
            throw new NotAllowed("holds the function '%s', which is not allowed%s"
                    .formatted(function, place.functionHint(function)));
        }
        var arguments = new ArrayList<Expression>();
        do {
            arguments.add(sequence());
        } while (take(','));
        need(')');
        if (!arity.allows(arguments.size())) {
            throw new NotAllowed("gives %s %d arguments; it takes %s"
                    .formatted(
                            function,
                            arguments.size(),
                            arity.fewest() == arity.most()
                                    ? Integer.toString(arity.most())
                                    : arity.fewest() + " or " + arity.most()));
        }
        return new Expression.Call(function, arguments);
    }

    /// Reads one rank of the grammar.
    private interface Rank {
        Expression read() throws NotAllowed;
    }

    private Expression row(String operators, Rank operand) throws NotAllowed {
        var first = operand.read();
        if (at == text.length() || operators.indexOf(text.charAt(at)) < 0) {
            return first;
        }
        var operands = new ArrayList<>(List.of(first));
        var between = new StringBuilder();
        while (at < text.length() && operators.indexOf(text.charAt(at)) >= 0) {
            between.append(text.charAt(at++));
            operands.add(operand.read());
        }
        return new Expression.Row(operands, between.toString());
    }

    private boolean take(char wanted) {
        boolean there = at < text.length() && text.charAt(at) == wanted;
        at += there ? 1 : 0;
        return there;
    }

    private void need(char wanted) throws NotAllowed {
        if (!take(wanted)) {
            throw new NotAllowed("is no expression: '%s' is missing".formatted(wanted));
        }
    }
}
