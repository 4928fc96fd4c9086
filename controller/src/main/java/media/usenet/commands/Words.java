package media.usenet.commands;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The words of a command line: quotes and backslashes as a shell has them, and nothing else of a shell. `$`, `*`,
/// `;`, `|`, `#` are letters like any other.
final class Words {

    private static final String SPACE = " \t\r\n";
    private static final String ESCAPED_IN_DOUBLE_QUOTES = "$`\"\\\n";
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_@%+=:,./{}^-]+");

    private final String text;
    private final List<String> words = new ArrayList<>();
    private @Nullable StringBuilder word;
    private int at;

    private Words(String text) {
        this.text = text;
    }

    static List<String> split(String text, String where, Flaws flaws) {
        var words = new Words(text);
        while (words.at < text.length()) {
            if (!words.step()) {
                flaws.add(where, "", "a quote is opened and not closed");
            }
        }
        words.end();
        return List.copyOf(words.words);
    }

    /// One word as a POSIX shell reads it back.
    static String quote(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    private boolean step() {
        char next = text.charAt(at++);
        switch (next) {
            case '\'' -> {
                return single();
            }
            case '"' -> {
                return quoted();
            }
            case '\\' -> escape();
            default -> {
                if (SPACE.indexOf(next) >= 0) {
                    end();
                } else {
                    word().append(next);
                }
            }
        }
        return true;
    }

    private boolean single() {
        int end = text.indexOf('\'', at);
        word().append(text, at, end < 0 ? text.length() : end);
        at = end < 0 ? text.length() : end + 1;
        return end >= 0;
    }

    private boolean quoted() {
        var into = word();
        while (at < text.length()) {
            char next = text.charAt(at++);
            if (next == '"') {
                return true;
            }
            if (next == '\\' && at < text.length() && ESCAPED_IN_DOUBLE_QUOTES.indexOf(text.charAt(at)) >= 0) {
                next = text.charAt(at++);
                if (next == '\n') {
                    continue;
                }
            }
            into.append(next);
        }
        return false;
    }

    /// A backslash before the end of a line joins the lines; at the very end it stands for itself.
    private void escape() {
        if (at == text.length()) {
            word().append('\\');
        } else if (text.charAt(at++) != '\n') {
            word().append(text.charAt(at - 1));
        }
    }

    private StringBuilder word() {
        if (word == null) {
            word = new StringBuilder();
        }
        return word;
    }

    private void end() {
        if (word != null) {
            words.add(word.toString());
            word = null;
        }
    }
}
