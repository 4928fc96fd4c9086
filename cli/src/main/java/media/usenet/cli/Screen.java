package media.usenet.cli;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// Where answers are shown: how wide it is, and whether it takes colours.
final class Screen {

    private final PrintStream out;
    private final Terminal terminal;
    private final boolean coloured;
    private int width;

    Screen(PrintStream out, Terminal terminal, boolean coloured) {
        this.out = out;
        this.terminal = terminal;
        this.coloured = coloured;
    }

    int width() {
        if (width == 0) {
            width = terminal.width();
        }
        return width;
    }

    void print(String text) {
        out.print(text);
    }

    void line(String text) {
        out.print(text);
        out.print('\n');
    }

    void table(Table table) {
        out.print(table.text(width(), coloured));
    }

    String toned(Tone tone, String text) {
        return coloured ? tone.on(text) : text;
    }

    /// The controller's text, byte for byte.
    void unchanged(String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
        if (!text.endsWith("\n")) {
            out.print('\n');
        }
    }

    /// Bytes of a text that is too long to be held.
    void pass(byte[] bytes, int length) {
        out.write(bytes, 0, length);
    }

    /// Shows what was printed so far.
    ///
    /// @return whether anyone still reads it: `head` stops when it has enough
    boolean flush() {
        return !out.checkError();
    }

    void paragraph(String label, String text) {
        paragraph(Tone.PLAIN, label, text);
    }

    /// A text after a label, broken between words, later lines under its beginning.
    void paragraph(Tone tone, String label, String text) {
        var indent = " ".repeat(label.length());
        var first = toned(tone, label);
        for (var line : broken(text, Math.max(20, width() - label.length()))) {
            line(first + line);
            first = indent;
        }
    }

    static List<String> broken(String text, int width) {
        var lines = new ArrayList<String>();
        var rest = LogText.harmless(text.replace('\n', ' '));
        while (rest.length() > width) {
            int space = rest.lastIndexOf(' ', width);
            int end = space > 0 ? space : rest.indexOf(' ');
            if (end < 0) {
                break;
            }
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end + 1).stripLeading();
        }
        lines.add(rest);
        return lines;
    }
}
