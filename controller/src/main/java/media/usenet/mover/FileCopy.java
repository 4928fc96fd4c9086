package media.usenet.mover;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;

/// Copies one file onto another drive so that it is there, whole, when it returns: hashed while it is read, synced,
/// and read again.
final class FileCopy {

    /// What is all zeros by this much becomes a hole, so that a sparse file stays one.
    private static final int HOLE = 64 << 10;

    private final Drive from;
    private final Drive to;
    private final LongConsumer onBytes;

    FileCopy(Drive from, Drive to, LongConsumer onBytes) {
        this.from = from;
        this.to = to;
        this.onBytes = onBytes;
    }

    /// @param part does not exist yet
    /// @return the content's hash
    String copy(Path source, Path part) throws IOException, Stays {
        var hash = Files.isSymbolicLink(source) ? link(source, part) : content(source, part);
        if (!hash.equals(to.get(_ -> FileContent.hash(part)))) {
            throw new Stays(
                    "%s gives back other bytes than were written: do not trust that drive".formatted(to.name()));
        }
        return hash;
    }

    private String link(Path source, Path part) throws IOException {
        var target = from.get(_ -> Files.readSymbolicLink(source));
        to.run(_ -> Files.createSymbolicLink(part, target));
        return from.get(_ -> FileContent.hash(source));
    }

    private String content(Path source, Path part) throws IOException {
        try (var in = from.get(_ -> FileChannel.open(source, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
                var out = to.get(_ -> FileChannel.open(
                        part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS))) {
            var hash = stream(in, out);
            FileMarks.copy(from, source, to, part);
            to.run(_ -> out.force(true));
            return hash;
        }
    }

    private String stream(FileChannel in, FileChannel out) throws IOException {
        var digest = FileContent.digest();
        var chunk = ByteBuffer.allocateDirect(FileContent.CHUNK);
        while (from.get(_ -> in.read(chunk)) >= 0) {
            from.requireThere();
            to.requireThere();
            digest.update(chunk.flip().duplicate());
            onBytes.accept(chunk.remaining());
            to.run(_ -> write(chunk, out));
            chunk.clear();
        }
        to.run(_ -> endHole(out));
        return FileContent.text(digest);
    }

    private static void write(ByteBuffer chunk, FileChannel out) throws IOException {
        while (chunk.hasRemaining()) {
            var part = chunk.slice(chunk.position(), Math.min(HOLE, chunk.remaining()));
            chunk.position(chunk.position() + part.remaining());
            if (isZero(part)) {
                out.position(out.position() + part.remaining());
            } else {
                while (part.hasRemaining()) {
                    out.write(part);
                }
            }
        }
    }

    private static boolean isZero(ByteBuffer bytes) {
        var zeros = ByteBuffer.allocate(bytes.remaining());
        return bytes.mismatch(zeros) < 0;
    }

    /// A hole at the end has no length until something stands behind it.
    private static void endHole(FileChannel out) throws IOException {
        if (out.position() > out.size()) {
            out.write(ByteBuffer.allocate(1), out.position() - 1);
        }
    }
}
