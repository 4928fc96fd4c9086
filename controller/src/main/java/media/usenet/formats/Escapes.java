package media.usenet.formats;

import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import media.usenet.formats.Term.Anything;
import media.usenet.formats.Term.Letter;
import media.usenet.formats.Term.Letters;
import media.usenet.formats.Term.Mark;

/// What a backslash begins.
final class Escapes {

    /// .NET counts letters, marks that take no room, digits and connectors as of words; Java a few more.
    private static final String WORD = "\\p{L}\\p{Mn}\\p{Nd}\\p{Pc}";

    private static final Map<Character, String> CLASSES = Map.of(
            'd', "\\p{Nd}",
            'D', "\\P{Nd}",
            's', "\\s",
            'S', "\\S",
            'w', "[" + WORD + "]",
            'W', "[^" + WORD + "]");
    private static final Map<Character, Character> CONTROLS =
            Map.of('t', '\t', 'n', '\n', 'r', '\r', 'f', '\f', 'v', '\u000b', 'a', '\u0007', 'e', '\u001b', '0', '\0');
    private static final String MARKS = "bBAzZG";
    private static final Pattern CODE = Pattern.compile("x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})");
    private static final Pattern PROPERTY = Pattern.compile("[pP]\\{[A-Z][a-z]?\\}");

    private final String text;
    private int end;

    Escapes(String text) {
        this.text = text;
    }

    int end() {
        return end;
    }

    /// @param at of the backslash
    /// @param inClass where `\b` is a backspace
    Term read(int at, boolean inClass) throws UnusableExpression {
        if (at + 1 == text.length()) {
            throw new UnusableExpression("it ends with a backslash");
        }
        char c = text.charAt(at + 1);
        end = at + 2;
        var classOf = CLASSES.get(c);
        if (classOf != null) {
            return new Letters(classOf, Set.of());
        }
        if (inClass && c == 'b') {
            return new Letter('\b');
        }
        if (!inClass && MARKS.indexOf(c) >= 0) {
            return new Mark("\\" + c);
        }
        if (!inClass && c >= '1' && c <= '9') {
            return new Anything("\\" + c);
        }
        var control = CONTROLS.get(c);
        return control != null ? new Letter(control) : coded(at, c);
    }

    private Term coded(int at, char c) throws UnusableExpression {
        var code = CODE.matcher(text).region(at + 1, text.length());
        if (code.lookingAt()) {
            end = code.end();
            var digits = code.group(1) == null ? code.group(2) : code.group(1);
            return new Letter((char) Integer.parseInt(digits, 16));
        }
        var property = PROPERTY.matcher(text).region(at + 1, text.length());
        if (property.lookingAt()) {
            end = property.end();
            return new Letters("\\" + property.group(), Set.of());
        }
        if (Character.isLetterOrDigit(c)) {
            throw new UnusableExpression("\\" + c + " means nothing that is known here, at " + at);
        }
        return new Letter(c);
    }
}
