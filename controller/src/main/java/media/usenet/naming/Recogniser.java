package media.usenet.naming;

import org.jspecify.annotations.Nullable;

/// Knows one kind of thing that may stand in a name.
interface Recogniser {

    /// What begins at this word and is of the kind; null if nothing. Looks no further than a few words, or takes all
    /// that it looked at, so that a name is read in time that grows with its length only.
    @Nullable
    Piece at(Tokens tokens, int index);
}
