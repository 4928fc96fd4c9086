package media.usenet.copies;

/// What the bytes of two files are to each other.
public sealed interface Match {

    /// All are the same, and neither file changed while they were read.
    record Same() implements Match {}

    /// @param at the first byte that differs, counted from 0; the shorter one's length where that is all
    record Different(long at) implements Match {}

    /// One of the two could not be read, or changed meanwhile.
    record Unknown(Finding finding) implements Match {}
}
