package media.usenet.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Whether a drive has room for what is about to be unpacked: better asked before than found out half way.
final class Room {

    private Room() {}

    /// @param folder need not exist
    /// @throws ProblemException `FILE_NOT_WRITTEN`
    static void require(Path folder, long bytes) {
        var above = folder.toAbsolutePath();
        while (!Files.exists(above)) {
            above = java.util.Objects.requireNonNull(above.getParent());
        }
        try {
            long free = Files.getFileStore(above).getUsableSpace();
            if (free < bytes) {
                throw new ProblemException(
                        Problem.FILE_NOT_WRITTEN,
                        "the backup needs %d MB at %s, and %d MB are free".formatted(bytes >> 20, folder, free >> 20),
                        "make room there, or unpack it elsewhere");
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_READ, "cannot see how much room is at " + folder, "check its drive", e);
        }
    }
}
