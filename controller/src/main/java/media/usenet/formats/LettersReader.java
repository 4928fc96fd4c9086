package media.usenet.formats;

import java.util.HashSet;
import java.util.Set;
import media.usenet.formats.Term.Letter;
import media.usenet.formats.Term.Letters;

/// Reads a class of characters: in .NET a bracket in it is a bracket, `&&` are two ampersands.
final class LettersReader {

    /// More are no use as needles.
    private static final int FEW = 6;

    private final String text;
    private final Escapes escapes;
    private final StringBuilder java = new StringBuilder("[");
    private final Set<Character> members = new HashSet<>();
    private boolean many;
    private int at;

    /// @param start of the opening bracket
    LettersReader(String text, int start, Escapes escapes) {
        this.text = text;
        this.at = start + 1;
        this.escapes = escapes;
    }

    int end() {
        return at;
    }

    Letters read() throws UnusableExpression {
        if (text.startsWith("^", at)) {
            java.append('^');
            many = true;
            at++;
        }
        int first = at;
        while (at < text.length() && (text.charAt(at) != ']' || at == first)) {
            if (text.startsWith("-[", at)) {
                throw new UnusableExpression("a class is subtracted from another, at " + at);
            }
            item();
        }
        if (at == text.length()) {
            throw new UnusableExpression("a class is not closed");
        }
        at++;
        return new Letters(java.append(']').toString(), many || members.size() > FEW ? Set.of() : Set.copyOf(members));
    }

    private void item() throws UnusableExpression {
        var from = next();
        if (!(from instanceof Letter start)) {
            java.append(((Letters) from).java());
            many = true;
            return;
        }
        boolean range = text.startsWith("-", at) && at + 1 < text.length() && text.charAt(at + 1) != ']';
        if (!range || text.startsWith("-[", at)) {
            add(start.letter());
            return;
        }
        at++;
        if (!(next() instanceof Letter last) || last.letter() < start.letter()) {
            throw new UnusableExpression("a range that goes backwards or ends in no letter, at " + at);
        }
        java.append(JavaSyntax.quoted(start.letter())).append('-').append(JavaSyntax.quoted(last.letter()));
        if (last.letter() - start.letter() > FEW) {
            many = true;
            return;
        }
        for (char c = start.letter(); c <= last.letter(); c++) {
            members.add(DotNetText.small(c));
        }
    }

    private Term next() throws UnusableExpression {
        if (text.charAt(at) != '\\') {
            return new Letter(text.charAt(at++));
        }
        var term = escapes.read(at, true);
        at = escapes.end();
        return term;
    }

    private void add(char c) {
        java.append(JavaSyntax.quoted(c));
        members.add(DotNetText.small(c));
    }
}
