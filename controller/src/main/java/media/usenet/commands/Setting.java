package media.usenet.commands;

import java.util.List;
import java.util.Optional;

/// An option with its value, understood.
///
/// @param specifier the streams it is for; empty for all of the file
record Setting(OptionRule rule, String specifier, Value value) {

    /// What an option is set to.
    sealed interface Value {
        record Nothing() implements Value {}

        record Plain(String text) implements Value {}

        record Filters(FilterGraph graph) implements Value {}
    }

    static Setting of(OptionRule rule, String text) {
        return new Setting(rule, "", new Value.Plain(text));
    }

    Optional<FilterGraph> graph() {
        return value instanceof Value.Filters filters ? Optional.of(filters.graph()) : Optional.empty();
    }

    boolean is(String name) {
        return rule.name().equals(name);
    }

    List<String> words() {
        var option = "-" + rule.name() + (specifier.isEmpty() ? "" : ":" + specifier);
        return switch (value) {
            case Value.Nothing _ -> List.of(option);
            case Value.Plain plain -> List.of(option, plain.text());
            case Value.Filters filters -> List.of(option, filters.graph().text());
        };
    }
}
