package media.usenet.host;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// A file that is either the old one or the new one, never a part of either: written beside, synced, renamed.
public final class WholeFile {

    private static final Map<String, Object> READABLE =
            Map.of("permissions", PosixFilePermissions.fromString("rw-r--r--"));
    private static final Map<String, Object> PRIVATE = Map.of();

    private WholeFile() {}

    /// Replaces the file, readable by everyone. Missing parent folders are made.
    ///
    /// @throws ProblemException `FILE_NOT_WRITTEN`, with the old file untouched
    public static void write(Path file, String text) {
        telling(file, () -> replace(file, text, READABLE));
    }

    /// As [#write], readable by the owner alone from its first byte on.
    public static void writePrivate(Path file, String text) {
        telling(file, () -> replace(file, text, PRIVATE));
    }

    /// As [#write], for a file that belongs to the user: owner and permissions stay, and a link stays a link.
    public static void edit(Path file, String text) {
        telling(file, () -> {
            if (Files.exists(file)) {
                replace(file.toRealPath(), text, Files.readAttributes(file, "unix:uid,gid,permissions"));
            } else {
                replace(file, text, READABLE);
            }
        });
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static void telling(Path file, Writing writing) {
        try {
            writing.run();
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN,
                    "cannot write %s: %s".formatted(file, reason(e)),
                    "check free space and permissions of "
                            + file.toAbsolutePath().getParent(),
                    e);
        }
    }

    /// @param attributes by their names in the view `unix`; without any the file stays its maker's alone
    private static void replace(Path file, String text, Map<String, Object> attributes) throws IOException {
        var folder = Files.createDirectories(file.toAbsolutePath().getParent());
        var part = Files.createTempFile(folder, "." + file.getFileName(), ".part");
        try {
            fill(part, text, attributes);
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            sync(folder);
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void fill(Path part, String text, Map<String, Object> attributes) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            for (var attribute : attributes.entrySet()) {
                Files.setAttribute(part, "unix:" + attribute.getKey(), attribute.getValue());
            }
            channel.force(true);
        }
    }

    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    private static String reason(IOException e) {
        var name = e.getClass().getSimpleName().replace("Exception", "");
        return e.getMessage() == null ? name : name + ": " + e.getMessage();
    }
}
