package media.usenet.formats;

import java.util.stream.Collectors;
import media.usenet.formats.Term.Anything;
import media.usenet.formats.Term.Chain;
import media.usenet.formats.Term.Choice;
import media.usenet.formats.Term.Group;
import media.usenet.formats.Term.Letter;
import media.usenet.formats.Term.Letters;
import media.usenet.formats.Term.Look;
import media.usenet.formats.Term.Mark;
import media.usenet.formats.Term.Repeat;

/// Writes an expression as `java.util.regex` reads it.
final class JavaSyntax {

    private JavaSyntax() {}

    static String of(Term term) {
        return write(term, false);
    }

    /// @param behind in a look-behind, where Java wants to know how far back it has to look: as far as texts are long
    private static String write(Term term, boolean behind) {
        return switch (term) {
            case Letter letter -> quoted(letter.letter());
            case Letters letters -> letters.java();
            case Mark mark -> mark.java();
            case Anything anything -> anything.java();
            case Group group -> group.opening() + write(group.inner(), behind) + ")";
            case Look look -> look(look);
            case Repeat repeat -> write(repeat.inner(), behind) + times(repeat, behind) + repeat.mode();
            case Chain chain ->
                chain.parts().stream().map(part -> write(part, behind)).collect(Collectors.joining());
            case Choice choice ->
                choice.branches().stream().map(branch -> write(branch, behind)).collect(Collectors.joining("|"));
        };
    }

    private static String look(Look look) {
        var opening = (look.ahead() ? "(?" : "(?<") + (look.wanted() ? "=" : "!");
        return opening + write(look.inner(), !look.ahead()) + ")";
    }

    private static String times(Repeat repeat, boolean behind) {
        int most = repeat.most() == Repeat.ENDLESS && behind ? DotNetText.LONGEST : repeat.most();
        if (most == Repeat.ENDLESS) {
            return repeat.least() == 0 ? "*" : repeat.least() == 1 ? "+" : "{" + repeat.least() + ",}";
        }
        return repeat.least() == 0 && most == 1 ? "?" : "{%d,%d}".formatted(repeat.least(), most);
    }

    static String quoted(char c) {
        boolean plain = Character.isLetterOrDigit(c) || c > 0x7f;
        return c < 0x20 ? "\\x%02x".formatted((int) c) : plain ? String.valueOf(c) : "\\" + c;
    }
}
