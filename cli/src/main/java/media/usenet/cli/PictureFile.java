package media.usenet.cli;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Map;

/// A picture that the controller draws, written into a file: whole or not at all, and over another only when that
/// was said.
final class PictureFile {

    private final Session session;
    private final Path file;

    /// @param name as it was typed
    PictureFile(Session session, String name) {
        this.session = session;
        this.file = Path.of(name);
    }

    /// Before the controller is let draw for seconds.
    ///
    /// @param unasked the command that would not ask
    void requireWritable(String unasked) {
        var folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || Files.isDirectory(file)) {
            throw new CliProblem(
                    Exit.USAGE,
                    "FILE_NOT_WRITTEN",
                    "cannot write " + file + ": " + (Files.isDirectory(file) ? "it is a folder" : "no such folder"),
                    "name a file in a folder that is there");
        }
        if (Files.exists(file) && !session.yes() && !session.dryRun()) {
            Confirmation.ask(session, file + " is there already, and would be replaced", unasked);
        }
    }

    void write(Query picture, Duration patience) {
        var controller = session.controller();
        byte[] bytes;
        try (var answer = controller.open(
                "GET", picture, null, Map.of("Accept", "image/jpeg, application/problem+json"), patience)) {
            bytes = answer.body().readAllBytes();
        } catch (IOException e) {
            throw controller.broken(e);
        }
        try {
            write(bytes);
        } catch (IOException e) {
            throw new CliProblem(
                    Exit.FAILED,
                    "FILE_NOT_WRITTEN",
                    "cannot write " + file + ": " + e.getClass().getSimpleName() + ": " + e.getMessage(),
                    "check free space and permissions of its folder");
        }
        session.hint("wrote " + file + ", " + Figures.bytes(bytes.length));
    }

    private void write(byte[] bytes) throws IOException {
        var target = file.toAbsolutePath();
        var part = Files.createTempFile(target.getParent(), ".picture", ".part");
        try {
            try (var channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                var left = ByteBuffer.wrap(bytes);
                while (left.hasRemaining()) {
                    channel.write(left);
                }
                channel.force(true);
            }
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(part);
        }
    }
}
