package media.usenet.commands;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import media.usenet.yaml.YamlMap;

/// The options of `options.yaml`, by every name they have.
final class OptionTable {

    private final Map<String, List<Named>> options = new LinkedHashMap<>();
    private final Map<String, String> refused = new LinkedHashMap<>();
    private final Map<String, String> refusedFormats = new LinkedHashMap<>();
    private final Map<String, Format> formats = new LinkedHashMap<>();

    /// A name of an option.
    ///
    /// @param specifier the stream type that is in the name: v for vcodec; empty otherwise
    record Named(String name, String specifier, OptionRule rule) {}

    /// What a file of an extension holds.
    ///
    /// @param encoder of pictures, which FFmpeg would guess from the file's name
    record Format(String muxer, Optional<String> encoder) {}

    private OptionTable() {}

    static OptionTable load(Vocabulary vocabulary) {
        var table = new OptionTable();
        Vocabulary.table("options.yaml", file -> {
            for (var side : List.of(Side.INPUT, Side.OUTPUT)) {
                var options = file.map(side.name().toLowerCase(Locale.ROOT));
                table.add(options.map("streams"), side, true, vocabulary);
                table.add(options.map("file"), side, false, vocabulary);
            }
            table.add(file.map("global"), Side.GLOBAL, false, vocabulary);
            table.add(file.map("ignored"), Side.IGNORED, false, vocabulary);
            table.refused.putAll(file.textMap("refused"));
            table.refusedFormats.putAll(file.textMap("refused-formats"));
            file.textMap("formats").forEach((extension, text) -> table.formats.put(extension, read(text)));
        });
        return table;
    }

    private static Format read(String text) {
        var parts = text.split(" ", 2);
        return new Format(parts[0], parts.length > 1 ? Optional.of(parts[1]) : Optional.empty());
    }

    private void add(YamlMap entries, Side side, boolean streams, Vocabulary vocabulary) {
        for (var names : entries.orderedKeys()) {
            var takes = entries.requiredText(names);
            boolean graph = takes.equals("graph");
            var value = graph || takes.equals("nothing") ? Optional.<Rule>empty() : Optional.of(vocabulary.rule(takes));
            var spellings = names.split(" ", -1);
            var rule = new OptionRule(spellings[0], side, streams, value, graph);
            for (var spelling : spellings) {
                var parts = spelling.split(":", 2);
                options.computeIfAbsent(parts[0], _ -> new ArrayList<>())
                        .add(new Named(parts[0], parts.length > 1 ? parts[1] : "", rule));
            }
        }
    }

    /// Everything that a name can mean; on an input and on an output it can be two things.
    List<Named> named(String name) {
        return Collections.unmodifiableList(options.getOrDefault(name, List.of()));
    }

    /// Why a known option is not allowed.
    Optional<String> refused(String name) {
        return Optional.ofNullable(refused.get(name));
    }

    Optional<String> refusedFormat(String name) {
        return Optional.ofNullable(refusedFormats.get(name));
    }

    Set<String> names() {
        return Collections.unmodifiableSet(options.keySet());
    }

    Optional<Format> format(String extension) {
        return Optional.ofNullable(formats.get(extension));
    }

    Map<String, Format> formats() {
        return Collections.unmodifiableMap(formats);
    }

    Map<String, String> refusals() {
        return Collections.unmodifiableMap(refused);
    }

    /// Every rule once, in the order of the table.
    Set<OptionRule> rules() {
        var rules = new LinkedHashSet<OptionRule>();
        options.values().forEach(all -> all.forEach(named -> rules.add(named.rule())));
        return rules;
    }

    /// The names of one rule.
    Set<String> spellings(OptionRule rule) {
        var spellings = new TreeSet<String>();
        options.values()
                .forEach(all -> all.stream()
                        .filter(named -> named.rule().equals(rule))
                        .forEach(named -> spellings.add(named.name())));
        return spellings;
    }
}
