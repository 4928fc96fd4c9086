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
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// A file that is either the old one or the new one, never a part of either: written beside, synced, renamed.
public final class WholeFile {

    private static final String READABLE = "rw-r--r--";
    private static final String PRIVATE = "rw-------";

    private WholeFile() {}

    /// Replaces the file, readable by everyone. Missing parent folders are made.
    ///
    /// @throws ProblemException `FILE_NOT_WRITTEN`, with the old file untouched
    public static void write(Path file, String text) {
        replace(file, text, READABLE);
    }

    /// As [#write], readable by the owner alone from its first byte on.
    public static void writePrivate(Path file, String text) {
        replace(file, text, PRIVATE);
    }

    private static void replace(Path file, String text, String permissions) {
        try {
            var folder = Files.createDirectories(file.toAbsolutePath().getParent());
            var attributes = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(PRIVATE));
            var part = Files.createTempFile(folder, "." + file.getFileName(), ".part", attributes);
            try {
                fill(part, text, permissions);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
                sync(folder);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN,
                    "cannot write %s: %s".formatted(file, reason(e)),
                    "check free space and permissions of "
                            + file.toAbsolutePath().getParent(),
                    e);
        }
    }

    private static void fill(Path part, String text, String permissions) throws IOException {
        try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
            var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (bytes.hasRemaining()) {
                channel.write(bytes);
            }
            Files.setPosixFilePermissions(part, PosixFilePermissions.fromString(permissions));
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
