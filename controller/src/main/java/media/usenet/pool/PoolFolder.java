package media.usenet.pool;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.MountCalls;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.storage.Mount;

/// The folder below the guard, on the machine's own disk. It must be empty, for the guard hides it, and stay empty.
final class PoolFolder {

    private static final int NAMED = 3;

    private final MountCalls calls;
    private final Path folder;

    PoolFolder(MountCalls calls, Path folder) {
        this.calls = calls;
        this.folder = folder;
    }

    void requireEmpty() throws IOException {
        List<String> names;
        try (var files = Files.list(folder)) {
            names = files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .limit(NAMED)
                    .toList();
        }
        if (!names.isEmpty()) {
            throw notEmpty(
                    folder,
                    "something is in it already (%s)".formatted(String.join(", ", names)),
                    "leave %s empty, with what is there in another folder; then: usenet storage add --path FOLDER"
                            .formatted(folder));
        }
    }

    static ProblemException mounted(Path root, Mount there) {
        return notEmpty(
                root,
                "%s (%s) is mounted there".formatted(there.source(), there.type()),
                "umount %s; to have what is on it in the pool, mount it elsewhere and: usenet storage add --path FOLDER"
                        .formatted(root));
    }

    private static ProblemException notEmpty(Path root, String why, String remedy) {
        return new ProblemException(
                Problem.POOL_NOT_EMPTY,
                "%s cannot become the pool: %s, and the guard of the pool would hide it".formatted(root, why),
                remedy);
    }

    /// Lets nothing be written into it while the guard is not there.
    void close() {
        try {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("---------"));
            calls.makeImmutable(folder);
        } catch (ErrnoException _) {
            // Its file system cannot do that. It is the second line only: nothing is bound without the guard.
        } catch (IOException _) {
            // It was made immutable at an earlier start.
        }
    }
}
