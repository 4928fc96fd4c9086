package media.usenet.commands;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import media.usenet.problem.Problem;
import media.usenet.yaml.YamlFile;
import media.usenet.yaml.YamlMap;

/// The language that rules are written in in `options.yaml` and `filters.yaml`, with the words, shapes and
/// expressions that they name.
///
///     integer 0..51        decimal 0..1        boolean        time    rate    ratio    colour    size 8192
///     choice a b c         choice 0..2 a b c   flags a b c    encoder (a list of values.yaml)
///     shape NAME           expression NAME     text 4096      pairs NAME
///     list | RULE          after PREFIX RULE   RULE, or RULE refused BECAUSE
final class Vocabulary {

    private static final Pattern RANGE = Pattern.compile("(-?[0-9.]+?)\\.\\.(-?[0-9.]+)");
    private static final String BOOLEANS = "0 1 true false yes no y n on off enable disable auto -1";
    private static final String RATES = "ntsc pal film ntsc-film qntsc qpal sntsc spal";
    private static final int LARGEST = 8192;
    private static final int LONGEST_LIST = 256;

    private final Map<String, Set<String>> lists = new LinkedHashMap<>();
    private final Map<String, Rule> shapes = new LinkedHashMap<>();
    private final Map<String, ExpressionPlace> places = new LinkedHashMap<>();

    private Vocabulary() {}

    static Vocabulary load() {
        var vocabulary = new Vocabulary();
        table(
                "values.yaml",
                values ->
                        values.orderedKeys().forEach(name -> vocabulary.lists.put(name, words(values.text(name, "")))));
        table(
                "shapes.yaml",
                shapes -> each(
                        shapes,
                        (name, entry) -> vocabulary.shapes.put(
                                name,
                                new Rule.Shape(
                                        Pattern.compile(entry.requiredText("form")), entry.requiredText("example")))));
        table(
                "expressions.yaml",
                expressions -> each(
                        expressions, (name, entry) -> vocabulary.places.put(name, ExpressionPlace.of(name, entry))));
        return vocabulary;
    }

    /// Reads a table of the program and checks it.
    static void table(String name, Consumer<YamlMap> reader) {
        try (var in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream(name), name)) {
            var table = YamlFile.parse(name, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            reader.accept(table);
            table.check(Problem.INTERNAL, "this table is part of the program: report it");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void each(YamlMap table, BiConsumer<String, YamlMap> reader) {
        table.orderedKeys().forEach(name -> reader.accept(name, table.map(name)));
    }

    Rule shape(String name) {
        return Objects.requireNonNull(shapes.get(name), name);
    }

    Map<String, ExpressionPlace> places() {
        return Map.copyOf(places);
    }

    Map<String, Set<String>> lists() {
        return Map.copyOf(lists);
    }

    Rule rule(String written) {
        if (written.startsWith("refused ")) {
            return new Rule.Refused(written.substring("refused ".length()));
        }
        var choices = written.split(", or ", -1);
        return choices.length == 1
                ? single(written)
                : new Rule.Either(Arrays.stream(choices).map(this::single).toList());
    }

    private Rule single(String written) {
        var parts = written.trim().split(" +", 2);
        var rest = parts.length > 1 ? parts[1] : "";
        return switch (parts[0]) {
            case "integer" -> range(rest, true);
            case "decimal" -> rest.isEmpty() ? new NumberRule(-1e6, 1e6, false) : range(rest, false);
            case "boolean" -> new Rule.Words("", List.copyOf(words(BOOLEANS)), Optional.empty(), false);
            case "choice" -> choice(rest);
            case "flags" -> new ListRule.Flags(List.copyOf(words(rest)));
            case "time" -> new MediaRule.Time();
            case "rate" -> new MediaRule.Rate(words(RATES));
            case "ratio" -> new MediaRule.Ratio();
            case "size" -> size(Integer.parseInt(rest));
            case "colour" -> new MediaRule.Colour(lower(list("colour")));
            case "shape" -> shape(rest);
            case "text" -> new Rule.Text(Integer.parseInt(rest));
            case "expression" -> new MediaRule.Formula(Objects.requireNonNull(places.get(rest), rest));
            case "pairs" -> new ListRule.Pairs(rest, list(rest));
            case "list" -> separated(rest);
            case "after" -> after(rest);
            default -> new Rule.Words(parts[0].replace('-', ' '), List.copyOf(list(parts[0])), Optional.empty(), false);
        };
    }

    private static NumberRule range(String written, boolean whole) {
        var range = RANGE.matcher(written);
        if (!range.matches()) {
            throw new IllegalArgumentException(written);
        }
        return new NumberRule(Double.parseDouble(range.group(1)), Double.parseDouble(range.group(2)), whole);
    }

    private static Rule choice(String written) {
        var words = words(written);
        var first = words.iterator().next();
        if (!RANGE.matcher(first).matches()) {
            return new Rule.Words("", List.copyOf(words), Optional.empty(), false);
        }
        words.remove(first);
        return new Rule.Words("", List.copyOf(words), Optional.of(range(first, true)), false);
    }

    private MediaRule size(int most) {
        return new MediaRule.Size(most, most == LARGEST ? list("size-name") : Set.of());
    }

    private Rule separated(String written) {
        var parts = written.split(" ", 2);
        return new ListRule.Separated(parts[0].equals("space") ? " " : parts[0], single(parts[1]), LONGEST_LIST);
    }

    private Rule after(String written) {
        var parts = written.split(" ", 2);
        return new Rule.After(parts[0], single(parts[1]));
    }

    private Set<String> list(String name) {
        return Objects.requireNonNull(lists.get(name), name);
    }

    private static Set<String> words(String text) {
        return Arrays.stream(text.trim().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> lower(Set<String> words) {
        return words.stream().map(word -> word.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
    }
}
