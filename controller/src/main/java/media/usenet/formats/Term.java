package media.usenet.formats;

import java.util.List;
import java.util.Set;

/// One piece of a regular expression in .NET's dialect.
sealed interface Term {

    record Letter(char letter) implements Term {}

    /// @param java the class as `java.util.regex` writes it
    /// @param members every character it takes, in small letters; empty when they are many
    record Letters(String java, Set<Character> members) implements Term {}

    /// Whatever takes no character and is written alike in both dialects: `^`, `$`, `\b`, `(?i)`.
    record Mark(String java) implements Term {}

    /// What takes characters that cannot be told: `.`, `\1`.
    record Anything(String java) implements Term {}

    /// @param opening `(`, `(?:`, `(?i:`, `(?<name>`
    record Group(String opening, Term inner) implements Term {}

    /// A look-ahead or look-behind.
    record Look(boolean ahead, boolean wanted, Term inner) implements Term {}

    /// @param most -1 for any number
    /// @param mode `?` for as few as possible, or empty
    record Repeat(Term inner, int least, int most, String mode) implements Term {

        static final int ENDLESS = -1;
    }

    record Chain(List<Term> parts) implements Term {}

    record Choice(List<Term> branches) implements Term {}
}
