package media.usenet.witness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import media.usenet.docker.Container;

/// Files as the programs of one container see them. They are looked at through the first process's root, so that a
/// path means what it means there, whatever the user bound to where; two names of one file are known as one.
final class ContainerFiles {

    private final Path root;

    /// @param root where the container's `/` is reached from here
    ContainerFiles(Path root) {
        this.root = root;
    }

    /// @param proc `/proc` on a real host
    static ContainerFiles of(Container container, Path proc) {
        return new ContainerFiles(proc.resolve(String.valueOf(container.pid())).resolve("root"));
    }

    /// Whether a path of the container leads to that file.
    ///
    /// @throws IOException where that cannot be told
    boolean same(String path, Path file) throws IOException {
        try {
            return Files.isSameFile(root.resolve(relative(path)), file);
        } catch (NoSuchFileException | NotDirectoryException _) {
            if (!Files.exists(file)) {
                throw new IOException("it is not there itself");
            }
            return false;
        }
    }

    private static String relative(String path) {
        return path.replaceFirst("^/+", "");
    }
}
