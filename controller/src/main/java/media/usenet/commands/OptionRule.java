package media.usenet.commands;

import java.util.Optional;

/// An option that may be used.
///
/// @param name as it is rendered, without the dash
/// @param streams it may carry a stream specifier
/// @param value what it takes; empty where it stands alone
/// @param graph its value is a filter graph
record OptionRule(String name, Side side, boolean streams, Optional<Rule> value, boolean graph) {

    boolean takesValue() {
        return graph || value.isPresent();
    }

    String allowed() {
        return graph ? "filters" : value.map(Rule::allowed).orElse("nothing");
    }
}
