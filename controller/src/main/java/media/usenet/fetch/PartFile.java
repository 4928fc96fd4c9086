package media.usenet.fetch;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import media.usenet.fetch.FetchException.Kind;

/// The file that a download fills: beside its target and under another name until it is whole and on the disk.
final class PartFile implements Closeable {

    /// As much of the beginning as is looked at to tell what the file is.
    static final int HEAD = 64 << 10;

    private static final long BETWEEN_LOOKS = 64L << 20;

    private final Path target;
    private final Path part;
    private final long keepFree;
    private final FileChannel channel;
    private byte[] head = new byte[0];
    private long bytes;
    private long looked = -BETWEEN_LOOKS;

    PartFile(Path target, long keepFree) throws FetchException {
        this.target = target;
        this.part = target.resolveSibling("." + target.getFileName() + ".part");
        this.keepFree = keepFree;
        try {
            Files.deleteIfExists(part);
            this.channel = FileChannel.open(
                    part, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        } catch (IOException e) {
            throw failed(e);
        }
    }

    long bytes() {
        return bytes;
    }

    byte[] head() {
        return head;
    }

    void write(byte[] buffer, int count) throws FetchException {
        try {
            if (bytes - looked >= BETWEEN_LOOKS) {
                looked = bytes;
                mustHaveRoom();
            }
            var piece = ByteBuffer.wrap(buffer, 0, count);
            while (piece.hasRemaining()) {
                channel.write(piece);
            }
        } catch (IOException e) {
            throw failed(e);
        }
        if (head.length < HEAD) {
            keepHead(buffer, Math.min(count, HEAD - head.length));
        }
        bytes += count;
    }

    private void keepHead(byte[] buffer, int count) {
        var longer = Arrays.copyOf(head, head.length + count);
        System.arraycopy(buffer, 0, longer, head.length, count);
        head = longer;
    }

    private void mustHaveRoom() throws IOException, FetchException {
        if (Files.getFileStore(target.getParent()).getUsableSpace() < keepFree) {
            throw new FetchException(
                    Kind.DISK,
                    "the file system of %s has no room".formatted(target.getParent()),
                    "free some space there");
        }
    }

    void startOver() throws FetchException {
        try {
            channel.truncate(0);
            bytes = 0;
            head = new byte[0];
        } catch (IOException e) {
            throw failed(e);
        }
    }

    /// Puts the whole file in the target's place.
    void finish() throws FetchException {
        try {
            channel.force(true);
            channel.close();
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            try (var folder = FileChannel.open(target.getParent(), StandardOpenOption.READ)) {
                folder.force(true);
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private FetchException failed(IOException e) {
        return new FetchException(
                Kind.DISK,
                "cannot write %s: %s".formatted(part, e.getMessage()),
                "check free space and permissions of " + target.getParent(),
                null,
                e);
    }

    @Override
    public void close() {
        try {
            channel.close();
            Files.deleteIfExists(part);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
