package media.usenet.commands;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Reads one option at a time from words, and later says what it means to a file of a side.
final class OptionReader {

    private static final Pattern FORM = Pattern.compile("-([A-Za-z0-9_-]{1,60})(?::(.{1,100}))?", Pattern.DOTALL);

    private final OptionTable options;
    private final GraphReader graphs;
    private final Vocabulary vocabulary;

    OptionReader(OptionTable options, GraphReader graphs, Vocabulary vocabulary) {
        this.options = options;
        this.graphs = graphs;
        this.vocabulary = vocabulary;
    }

    static boolean looksLikeOption(String word) {
        return word.length() > 1 && word.startsWith("-");
    }

    /// An option with its value, taken from the words; empty where it is none that is allowed, which is noted.
    Optional<GivenOption> next(WordQueue words, Flaws flaws) {
        var where = words.where();
        var written = words.take();
        var form = FORM.matcher(written);
        var name = form.matches() ? form.group(1) : "";
        var meanings = options.named(name);
        if (meanings.isEmpty()) {
            flaws.add(where, written, unknown(name));
            words.skipValue();
            return Optional.empty();
        }
        var value = "";
        if (meanings.getFirst().rule().takesValue()) {
            if (words.isEmpty()) {
                flaws.add(
                        where,
                        written,
                        "needs a value: " + meanings.getFirst().rule().allowed());
                return Optional.empty();
            }
            value = words.take();
        }
        return Optional.of(new GivenOption(where, written, name, form.group(2) == null ? "" : form.group(2), value));
    }

    private String unknown(String name) {
        return options.refused(name)
                .map(because -> "is not allowed: " + because)
                .orElseGet(() -> "is no option that is allowed" + Flaws.suggestion(name, options.names()));
    }

    /// What an option means to a file of a side, or to the whole command.
    Optional<Setting> setting(GivenOption given, Side side, Flaws flaws) {
        var meaning = options.named(given.name()).stream()
                .filter(named -> named.rule().side() == side
                        || named.rule().side() == Side.GLOBAL
                        || named.rule().side() == Side.IGNORED)
                .findFirst();
        if (meaning.isEmpty()) {
            var other = options.named(given.name()).getFirst().rule().side();
            var place = side == Side.GLOBAL ? "behind the last file" : "before " + side.told();
            flaws.add(
                    given.where(),
                    given.written(),
                    "stands %s; it is an option for %s, and belongs before it".formatted(place, other.told()));
            return Optional.empty();
        }
        return specifier(given, meaning.get(), flaws)
                .flatMap(specifier -> setting(given, meaning.get().rule(), specifier, flaws));
    }

    private Optional<String> specifier(GivenOption given, OptionTable.Named meaning, Flaws flaws) {
        var written = given.specifier();
        if (written.isEmpty()) {
            return Optional.of(meaning.specifier());
        }
        var shape = vocabulary.shape(meaning.rule().name().equals("metadata") ? "metadata-of" : "stream");
        boolean may = meaning.rule().streams()
                || List.of("metadata", "map_metadata").contains(meaning.rule().name());
        if (!may || !meaning.specifier().isEmpty() || !(shape.read(written) instanceof Reading.Taken)) {
            flaws.add(
                    given.where(),
                    given.written(),
                    may ? "the streams must be " + shape.allowed() : "takes no ':' and streams");
            return Optional.empty();
        }
        return Optional.of(written);
    }

    private Optional<Setting> setting(GivenOption given, OptionRule rule, String specifier, Flaws flaws) {
        if (rule.graph()) {
            var graph = graphs.read(given.value(), given.where(), flaws);
            return Optional.of(new Setting(rule, specifier, new Setting.Value.Filters(graph)));
        }
        if (rule.value().isEmpty()) {
            return Optional.of(new Setting(rule, specifier, new Setting.Value.Nothing()));
        }
        return switch (rule.value().get().read(given.value())) {
            case Reading.Taken taken ->
                Optional.of(new Setting(rule, specifier, new Setting.Value.Plain(taken.text())));
            case Reading.Refused refused -> {
                var because = rule.name().equals("f") ? options.refusedFormat(given.value()) : Optional.<String>empty();
                flaws.add(
                        given.where(),
                        given.written(),
                        because.map(reason -> "%s is not allowed: %s".formatted(given.value(), reason))
                                .orElse(refused.why()));
                yield Optional.empty();
            }
        };
    }
}
