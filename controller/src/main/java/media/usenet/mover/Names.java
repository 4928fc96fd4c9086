package media.usenet.mover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;

/// Names of files relative to their drive.
final class Names {

    static final Path PARTS = Path.of(".usenet-tmp");

    private Names() {}

    static Path folder(String name) {
        return Objects.requireNonNullElse(Path.of(name).getParent(), Path.of(""));
    }

    static String last(String name) {
        return Path.of(name).getFileName().toString();
    }

    /// Where the copy of a move is made: in its job's folder.
    static Path part(String id) {
        return parts(id).resolve(id + ".part");
    }

    static Path parts(String id) {
        return PARTS.resolve(id.substring(0, id.lastIndexOf('-')));
    }

    /// Deletes what is there under that name, for good.
    static void delete(Drive drive, String name) throws IOException {
        try (var folder = drive.get(root -> root.beneath(folder(name)))) {
            drive.run(_ -> Files.deleteIfExists(folder.path().resolve(last(name))));
            drive.run(_ -> folder.sync());
        }
    }
}
