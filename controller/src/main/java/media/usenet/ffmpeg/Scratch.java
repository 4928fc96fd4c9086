package media.usenet.ffmpeg;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// A folder for one short run: a cell's user owns it, so that two runs never share one. Gone with all that is
/// in it when closed.
public record Scratch(Path folder) implements AutoCloseable {

    /// @throws ProblemException `FILE_NOT_WRITTEN`
    public static Scratch below(Path parent) {
        try {
            return new Scratch(Files.createTempDirectory(Files.createDirectories(parent), "run"));
        } catch (IOException e) {
            throw unwritable(parent, e);
        }
    }

    @Override
    public void close() {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw unwritable(folder, e);
        }
    }

    private static ProblemException unwritable(Path folder, IOException e) {
        return new ProblemException(
                Problem.FILE_NOT_WRITTEN,
                "cannot write in %s: %s".formatted(folder, e.getMessage()),
                "let the controller write that folder, and free some space",
                e);
    }
}
