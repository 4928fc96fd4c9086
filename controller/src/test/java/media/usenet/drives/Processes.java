package media.usenet.drives;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// Finds processes by their command lines.
final class Processes {

    private Processes() {}

    /// @param program the first word of the command line
    /// @param argument a part of the rest
    static Optional<String> find(String program, String argument) {
        try (var processes = Files.newDirectoryStream(Path.of("/proc"), "[0-9]*")) {
            for (var process : processes) {
                var words = commandLine(process);
                if (words.startsWith(program + "\0") && words.contains(argument)) {
                    return Optional.of(process.getFileName().toString());
                }
            }
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String commandLine(Path process) {
        try {
            return Files.readString(process.resolve("cmdline"));
        } catch (IOException _) {
            return "";
        }
    }
}
