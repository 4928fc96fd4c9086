package media.usenet.formats;

import java.util.Set;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import media.usenet.formats.BoundedText.Exhausted;

/// A regular expression in .NET's dialect, searched for without regard to case.
///
/// @param needles one of these is in every text that it matches; empty when there are none to be told
record Expression(Pattern pattern, Set<String> needles) {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE
            | Pattern.UNICODE_CASE
            | Pattern.UNICODE_CHARACTER_CLASS
            // For .NET a line ends at `\n` alone.
            | Pattern.UNIX_LINES;

    static Expression of(String text) throws UnusableExpression {
        if (text.chars().anyMatch(c -> Character.isSurrogate((char) c))) {
            throw new UnusableExpression("it has a character beyond 16 bits");
        }
        var term = ExpressionReader.read(DotNetText.of(text));
        try {
            return new Expression(
                    Pattern.compile(JavaSyntax.of(term), FLAGS),
                    Needles.of(term).best());
        } catch (PatternSyntaxException e) {
            throw new UnusableExpression(e.getDescription());
        }
    }

    /// @param text of [DotNetText]
    Answer in(BoundedText text) {
        try {
            return Answer.of(pattern.matcher(text).find());
        } catch (Exhausted _) {
            return Answer.UNKNOWN;
        }
    }
}
