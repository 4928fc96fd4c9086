package media.usenet.swap;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/// One file or folder that gets another name on the same file system.
public record Rename(Path from, Path to) {

    Rename back() {
        return new Rename(to, from);
    }

    /// Whether nothing is left to rename, and something has the new name.
    boolean done() {
        return !exists(from) && exists(to);
    }

    /// On disk when it returns.
    void run() throws IOException {
        if (exists(to)) {
            throw new IOException("%s is there already".formatted(to));
        }
        var folder = Objects.requireNonNull(to.getParent());
        Files.createDirectories(folder);
        Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        sync(folder);
        sync(Objects.requireNonNull(from.getParent()));
    }

    boolean possible() {
        return exists(from);
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
