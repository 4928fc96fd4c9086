package media.usenet.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import media.usenet.pool.PoolLayout;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// The folders of this machine whose files jobs may read, and into which they may write.
final class Library {

    private final Supplier<Path> pool;
    private final List<Path> more;

    /// @param pool root of the pool
    /// @param more further folders that the settings allow
    Library(Supplier<Path> pool, List<Path> more) {
        this.pool = pool;
        this.more = List.copyOf(more);
    }

    /// The file that the path means, links followed.
    ///
    /// @throws ProblemException `MEDIA_NOT_FOUND`, `OUTSIDE_LIBRARY`
    Path file(Path path) {
        var real = real(path);
        if (!Files.isRegularFile(real)) {
            throw notFound(path, "is no file");
        }
        return real;
    }

    /// @throws ProblemException `MEDIA_NOT_FOUND`, `OUTSIDE_LIBRARY`
    Path folder(Path path) {
        var real = real(path);
        if (!Files.isDirectory(real)) {
            throw notFound(path, "is no folder");
        }
        return real;
    }

    /// The slot that the path lies in; empty where it lies in none.
    Optional<String> slot(Path path) {
        var tree = PoolLayout.tree(pool.get());
        return path.startsWith(tree) && path.getNameCount() > tree.getNameCount()
                ? Optional.of(path.getName(tree.getNameCount()).toString())
                : Optional.empty();
    }

    private Path real(Path path) {
        try {
            var real = path.toRealPath();
            if (roots().noneMatch(real::startsWith)) {
                throw new ProblemException(
                        Problem.OUTSIDE_LIBRARY,
                        "%s is not in the library".formatted(path),
                        "name a file below %s, upload it, or allow its folder: transcode.folders"
                                .formatted(pool.get()));
            }
            return real;
        } catch (IOException _) {
            throw notFound(path, "is not there");
        }
    }

    private Stream<Path> roots() {
        return Stream.concat(Stream.of(pool.get()), more.stream()).flatMap(Library::realRoot);
    }

    private static Stream<Path> realRoot(Path root) {
        try {
            return Stream.of(root.toRealPath());
        } catch (IOException _) {
            // A folder that is not there holds no file.
            return Stream.empty();
        }
    }

    private static ProblemException notFound(Path path, String why) {
        return new ProblemException(
                Problem.MEDIA_NOT_FOUND, "%s %s".formatted(path, why), "check the path, and that its drive is there");
    }
}
