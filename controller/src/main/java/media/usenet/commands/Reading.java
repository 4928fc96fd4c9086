package media.usenet.commands;

/// What a [Rule] makes of a text.
sealed interface Reading {

    /// Allowed.
    ///
    /// @param text the value as it is rendered, not yet escaped
    record Taken(String text) implements Reading {}

    /// Not allowed.
    ///
    /// @param why a sentence that follows the value
    record Refused(String why) implements Reading {}
}
