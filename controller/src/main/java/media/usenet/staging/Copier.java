package media.usenet.staging;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import media.usenet.archive.Hashing;
import media.usenet.archive.Hashing.Copied;

/// Copies plain files and hashes what passes by, with one buffer for all: most of configuration is thousands of
/// small files, and what each one costs beside its bytes is what a backup costs. One thread at a time.
final class Copier {

    private static final int BUFFER = 1 << 20;

    private final ByteBuffer buffer = ByteBuffer.allocateDirect(BUFFER);
    private final MessageDigest digest = Hashing.sha256();

    /// Into place at once: what is half written when the machine dies is copied again by the next run, which knows
    /// it by its time.
    Copied copy(Path from, Path to) throws IOException {
        try (var in = FileChannel.open(from, StandardOpenOption.READ);
                var out = FileChannel.open(
                        to,
                        StandardOpenOption.WRITE,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        LinkOption.NOFOLLOW_LINKS)) {
            long size = 0;
            for (buffer.clear(); in.read(buffer) >= 0; buffer.clear()) {
                size += buffer.flip().remaining();
                digest.update(buffer.duplicate());
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
            }
            return new Copied(size, Hashing.hex(digest));
        } finally {
            digest.reset();
        }
    }

    /// Makes room for a file: what stands in its place and is none goes away.
    static void clear(Path to) throws IOException {
        if (Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
            try (var old = Files.walk(to)) {
                for (var file : old.toList().reversed()) {
                    Files.delete(file);
                }
            }
        } else if (Files.isSymbolicLink(to)) {
            Files.delete(to);
        }
    }
}
