package media.usenet.works;

/// Something that was found out about two files, beside what their names say.
public sealed interface Evidence {

    long first();

    long second();

    /// Their bytes are the same.
    record SameBytes(long first, long second) implements Evidence {}

    /// They were looked at.
    ///
    /// @param because for people: how many pictures matched, and when
    record Looked(long first, long second, Likeness likeness, String because) implements Evidence {}

    /// The user said that they have nothing to do with each other.
    record NotDuplicates(long first, long second) implements Evidence {}

    /// What their pictures are to each other.
    enum Likeness {
        /// The same film, from beginning to end.
        COPY,
        /// The same film, with more or less in it.
        EDITION,
        /// One is a piece of the other.
        CLIP,
        /// They share an intro.
        SAME_SERIES,
        DIFFERENT
    }

    default boolean isOf(long one, long other) {
        return (first() == one && second() == other) || (first() == other && second() == one);
    }
}
