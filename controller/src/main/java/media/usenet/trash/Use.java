package media.usenet.trash;

/// Whether a file is in use.
public sealed interface Use {

    record Free() implements Use {}

    /// @param by who uses it, for people
    record Busy(String by) implements Use {}

    /// Not known, which is never to be taken for free.
    record Unknown(String because) implements Use {}
}
