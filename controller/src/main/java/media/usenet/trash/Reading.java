package media.usenet.trash;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import media.usenet.trash.Act.Claim;

/// Reads what is to be relied upon from its beginning to its end, now.
final class Reading {

    private static final int CHUNK = 4 << 20;

    private Reading() {}

    /// @throws Refusal where what is kept is not what the plan claims
    /// @throws IOException where a drive does not give all of a file
    static void prove(Claim claim, Path kept, Path loser) throws IOException, Refusal {
        switch (claim) {
            case IDENTICAL -> requireSame(kept, loser);
            case BETTER -> requireReadable(kept);
        }
    }

    private static void requireSame(Path kept, Path other) throws IOException, Refusal {
        var ours = ByteBuffer.allocateDirect(CHUNK);
        var theirs = ByteBuffer.allocateDirect(CHUNK);
        try (var first = open(kept);
                var second = open(other)) {
            for (long at = 0; ; at += ours.limit()) {
                fill(first, ours);
                fill(second, theirs);
                int differs = ours.mismatch(theirs);
                if (differs >= 0) {
                    throw new Refusal("it is not what is kept: byte %d differs".formatted(at + differs));
                }
                if (ours.limit() == 0) {
                    return;
                }
            }
        }
    }

    private static void requireReadable(Path file) throws IOException, Refusal {
        var chunk = ByteBuffer.allocateDirect(CHUNK);
        long bytes = 0;
        try (var channel = open(file)) {
            do {
                fill(channel, chunk);
                bytes += chunk.limit();
            } while (chunk.limit() > 0);
        }
        if (bytes == 0) {
            throw new Refusal("there is nothing in what is kept");
        }
    }

    private static FileChannel open(Path file) throws IOException {
        return FileChannel.open(file, StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
    }

    private static void fill(FileChannel channel, ByteBuffer chunk) throws IOException {
        chunk.clear();
        while (chunk.hasRemaining() && channel.read(chunk) >= 0) {
            // A read may give less than was asked for.
        }
        chunk.flip();
    }
}
