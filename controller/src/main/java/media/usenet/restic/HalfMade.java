package media.usenet.restic;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// A repository in a folder whose making was killed: it has a key, and not yet what that key opens. A second `init`
/// would add a second key, and restic then tries the first one and finds the repository damaged (0.14).
final class HalfMade {

    private HalfMade() {}

    /// Takes the key away, where nothing was ever stored with it.
    static void clear(Path folder) {
        try {
            if (!Files.exists(folder.resolve("config"))
                    && List.of("data", "index", "snapshots").stream().allMatch(part -> isEmpty(folder.resolve(part)))) {
                for (var key : files(folder.resolve("keys"))) {
                    Files.delete(key);
                }
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.DESTINATION_FAILED,
                    "the repository at %s was half made, and cannot be made anew: %s".formatted(folder, e),
                    "remove what lies in it, then back up again",
                    e);
        }
    }

    private static boolean isEmpty(Path folder) {
        return files(folder).isEmpty();
    }

    private static List<Path> files(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.DESTINATION_FAILED,
                    "cannot read " + folder + ": " + e,
                    "check its drive and permissions",
                    e);
        }
    }
}
