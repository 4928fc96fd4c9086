package media.usenet.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/// Which of the three standard streams are a terminal, and how wide it is.
///
/// @param columns as the environment or a test says it; 0 to ask the terminal
record Terminal(boolean in, boolean out, boolean err, int columns) {

    static final int UNLIMITED = Integer.MAX_VALUE;
    private static final int USUAL = 80;
    private static final int NARROWEST = 20;

    static Terminal ofProcess(Map<String, String> environment) {
        return new Terminal(isTerminal(0), isTerminal(1), isTerminal(2), number(environment.get("COLUMNS")));
    }

    /// Read from the kernel's own list: `System.console()` speaks for all streams together, and loads a line editor.
    private static boolean isTerminal(int stream) {
        try {
            var target =
                    Files.readSymbolicLink(Path.of("/proc/self/fd/" + stream)).toString();
            return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty") || target.equals("/dev/console");
        } catch (IOException e) {
            return false;
        }
    }

    /// How wide a line may be. What goes into a file or a pipe is not shortened.
    int width() {
        if (columns > 0) {
            return Math.max(NARROWEST, columns);
        }
        return out || err ? asked() : UNLIMITED;
    }

    private static int asked() {
        try {
            var stty = new ProcessBuilder("stty", "size")
                    .redirectInput(new File("/dev/tty"))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (stty.waitFor(1, TimeUnit.SECONDS) && stty.exitValue() == 0) {
                var size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
                int columns = number(size.strip().substring(size.indexOf(' ') + 1));
                return columns == 0 ? USUAL : Math.max(NARROWEST, columns);
            }
            stty.destroyForcibly();
            return USUAL;
        } catch (IOException e) {
            return USUAL;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL;
        }
    }

    private static int number(@Nullable String text) {
        try {
            return text == null ? 0 : Math.max(0, Integer.parseInt(text.strip()));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
