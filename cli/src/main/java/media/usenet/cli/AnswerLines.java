package media.usenet.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/// An answer of many lines, read as they come.
final class AnswerLines implements AutoCloseable {

    private final Controller controller;
    private final HttpAnswer answer;
    private final BufferedReader lines;

    AnswerLines(Controller controller, HttpAnswer answer) {
        this.controller = controller;
        this.answer = answer;
        this.lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8));
    }

    /// The next line unchanged, or null after the last. An empty one only keeps the connection alive.
    @Nullable
    String next() {
        try {
            var line = lines.readLine();
            while (line != null && line.isEmpty()) {
                line = lines.readLine();
            }
            return line;
        } catch (IOException e) {
            throw controller.broken(e);
        }
    }

    /// Whether the next line would have to be waited for.
    boolean quietNow() {
        try {
            return !lines.ready();
        } catch (IOException e) {
            throw controller.broken(e);
        }
    }

    @Override
    public void close() {
        try {
            answer.close();
        } catch (IOException e) {
            throw controller.broken(e);
        }
    }
}
