package media.usenet.mover;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import org.jspecify.annotations.Nullable;

/// Folders that a move makes on the destination, and leaves empty at the source.
final class Folders {

    /// `media/movies` stays, be it empty: applications have it as their root folder.
    private static final int KEPT_DEPTH = 2;

    private final Drive from;
    private final Drive to;

    Folders(Drive from, Drive to) {
        this.from = from;
        this.to = to;
    }

    /// Makes what is missing, with owner and mode as at the source.
    void make(Path folder) throws IOException {
        var done = Path.of("");
        for (var part : folder.toString().isEmpty() ? Path.of("") : folder) {
            if (!part.toString().isEmpty()) {
                make(done, part);
                done = done.resolve(part);
            }
        }
    }

    private void make(Path above, Path name) throws IOException {
        try (var held = to.get(root -> root.beneath(above))) {
            var made = held.path().resolve(name);
            if (to.get(_ -> Files.exists(made, LinkOption.NOFOLLOW_LINKS))) {
                return;
            }
            to.run(_ -> Files.createDirectory(made));
            try (var source = from.get(root -> root.beneath(above.resolve(name)))) {
                FileMarks.copyOwner(from, source.path(), to, made);
            }
            to.run(_ -> held.sync());
        }
    }

    /// Removes the folder of a file that went, and those above, as far as they are empty and belong to a title.
    void prune(Path folder) throws IOException {
        var empty = folder;
        while (empty != null && empty.getNameCount() > KEPT_DEPTH && remove(from, empty)) {
            empty = empty.getParent();
        }
    }

    /// Removes every folder that holds nothing, but for what this program keeps.
    static void pruneAll(Drive drive) throws IOException {
        drive.run(root -> Files.walkFileTree(root.path().resolve("."), new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) throws IOException {
                var name = root.path().resolve(".").relativize(folder);
                if (e == null && !name.toString().isEmpty() && !SlotFiles.isOurs(name)) {
                    remove(drive, name);
                }
                return FileVisitResult.CONTINUE;
            }
        }));
    }

    private static boolean remove(Drive drive, Path folder) throws IOException {
        try {
            drive.run(root -> Files.deleteIfExists(root.path().resolve(folder)));
            return true;
        } catch (DirectoryNotEmptyException _) {
            return false;
        }
    }
}
