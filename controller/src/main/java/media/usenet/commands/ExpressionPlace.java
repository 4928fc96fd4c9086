package media.usenet.commands;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import media.usenet.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/// A place where expressions stand: the names they may use, each with the value it is tried with, and the bounds
/// of what they come to.
///
/// @param literal the greatest number that may be written
/// @param whole it must come to a whole number
record ExpressionPlace(
        String name,
        Map<String, Double> variables,
        Map<String, CommonFunction.Arity> functions,
        Optional<Double> least,
        Optional<Double> most,
        double literal,
        boolean whole) {

    private static final double LITERAL = 1_000_000;

    ExpressionPlace {
        variables = Map.copyOf(variables);
        functions = Map.copyOf(functions);
    }

    static ExpressionPlace of(String name, YamlMap entry) {
        var worth = new LinkedHashMap<String, Double>();
        entry.text("variables").ifPresent(text -> valued(text).forEach(worth::put));
        var functions = new LinkedHashMap<String, CommonFunction.Arity>();
        valued(entry.text("functions", "")).forEach((signature, value) -> {
            var parts = signature.split("/", 2);
            int arguments = Integer.parseInt(parts[1]);
            functions.put(parts[0], new CommonFunction.Arity(arguments, arguments));
            worth.put(parts[0] + "(", value);
        });
        return new ExpressionPlace(
                name,
                worth,
                functions,
                entry.text("least").map(Double::valueOf),
                entry.text("most").map(Double::valueOf),
                entry.text("literal").map(Double::valueOf).orElse(LITERAL),
                false);
    }

    /// Numbers alone, within bounds.
    static ExpressionPlace constant(double least, double most, boolean whole) {
        return new ExpressionPlace("constant", Map.of(), Map.of(), Optional.of(least), Optional.of(most), 1e13, whole);
    }

    CommonFunction.@Nullable Arity arity(String function) {
        var own = functions.get(function);
        return own == null ? CommonFunction.arities().get(function) : own;
    }

    /// The expression, if it stays within the bounds with the values it is tried with.
    Reading within(Expression expression) {
        double value = expression.value(name -> variables.getOrDefault(name, variables.getOrDefault(name + "(", 1.0)));
        if (!within(value)) {
            return new Reading.Refused("comes to %s; it must stay %s".formatted(plain(value), bounds()));
        }
        if (whole && value % 1 != 0) {
            return new Reading.Refused("comes to %s, which is not whole".formatted(value));
        }
        return new Reading.Taken(expression.text());
    }

    /// What is no number cannot be shown to be within.
    private boolean within(double value) {
        boolean high = least.isEmpty() || value >= least.get();
        return high && (most.isEmpty() || value <= most.get());
    }

    String bounds() {
        return "from %s to %s"
                .formatted(
                        least.map(ExpressionPlace::plain).orElse("-"),
                        most.map(ExpressionPlace::plain).orElse("-"));
    }

    String variableHint(String name) {
        return hint(
                name,
                variables.keySet().stream()
                        .filter(known -> !known.endsWith("("))
                        .toList(),
                "names");
    }

    String functionHint(String name) {
        var known = new TreeSet<>(CommonFunction.arities().keySet());
        known.addAll(functions.keySet());
        return Flaws.suggestion(name, known);
    }

    static String plain(double number) {
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? Long.toString((long) number)
                : Double.toString(number);
    }

    private static String hint(String name, Collection<String> known, String what) {
        var near = Flaws.suggestion(name, known);
        return !near.isEmpty() || known.isEmpty()
                ? near
                : "; %s: %s".formatted(what, String.join(" ", new TreeSet<>(known)));
    }

    private static Map<String, Double> valued(String text) {
        var valued = new LinkedHashMap<String, Double>();
        for (var word : text.trim().split("\\s+", -1)) {
            var parts = word.split("=", 2);
            if (!word.isEmpty()) {
                valued.put(parts[0], parts.length > 1 ? Double.parseDouble(parts[1]) : 1.0);
            }
        }
        return valued;
    }
}
