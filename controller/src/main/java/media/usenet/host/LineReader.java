package media.usenet.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/// Cuts what a program prints into lines, of which none is longer than [#LONGEST]: a program that reads hostile
/// data may print without end and without a line break.
final class LineReader {

    static final int LONGEST = 16 << 10;

    private final Reader text;
    private final Consumer<String> onLine;
    private final StringBuilder line = new StringBuilder();
    private boolean afterReturn;

    LineReader(InputStream stream, Consumer<String> onLine) {
        this.text = new InputStreamReader(stream, StandardCharsets.UTF_8);
        this.onLine = onLine;
    }

    /// Leaves the stream open.
    void readToEnd() throws IOException {
        var buffer = new char[8192];
        for (var count = text.read(buffer); count >= 0; count = text.read(buffer)) {
            for (var at = 0; at < count; at++) {
                take(buffer[at]);
            }
        }
        if (!line.isEmpty()) {
            handOn();
        }
    }

    private void take(char letter) {
        var second = afterReturn && letter == '\n';
        afterReturn = letter == '\r';
        if (second) {
            return;
        }
        if (letter == '\n' || letter == '\r') {
            handOn();
            return;
        }
        line.append(letter);
        if (line.length() == LONGEST) {
            handOn();
        }
    }

    private void handOn() {
        var whole = line.toString();
        line.setLength(0);
        onLine.accept(whole);
    }
}
