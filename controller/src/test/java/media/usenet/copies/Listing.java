package media.usenet.copies;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/// The regular files below a folder, as a library lists them.
final class Listing {

    private Listing() {}

    static List<Content> of(Path root) throws IOException {
        var files = new ArrayList<Content>();
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes seen) {
                if (seen.isRegularFile()) {
                    files.add(content(file, seen));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    /// Without a second look at the file: Java shows device and inode as the text `(dev=fe00,ino=12)`.
    private static Content content(Path file, BasicFileAttributes seen) {
        var key = Objects.requireNonNull(seen.fileKey()).toString();
        int comma = key.indexOf(',');
        return new Content(
                file,
                seen.size(),
                new FileKey(Long.parseLong(key, 5, comma, 16), Long.parseLong(key, comma + 5, key.length() - 1, 10)),
                seen.lastModifiedTime().toInstant());
    }
}
