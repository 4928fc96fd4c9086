package media.usenet.archive;

import com.github.luben.zstd.ZstdOutputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.LongConsumer;
import media.usenet.archive.Manifest.Entry;
import media.usenet.archive.Manifest.Kind;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;

/// Packs a tree that stands still into one file: tar, within zstd, within age where there is a key. The
/// manifest is the first entry.
public final class ArchiveWriter {

    private static final int BUFFER = 1 << 17;
    /// Beside the thread that reads and encrypts.
    private static final int WORKERS = Math.min(4, Runtime.getRuntime().availableProcessors());

    private final Path tree;
    private final Optional<AgeKey> key;
    private final LongConsumer onBytes;

    /// @param tree what the manifest's entries lie in
    /// @param onBytes is told how many bytes of the tree are packed so far
    public ArchiveWriter(Path tree, Optional<AgeKey> key, LongConsumer onBytes) {
        this.tree = tree;
        this.key = key;
        this.onBytes = onBytes;
    }

    /// Writes the file: it is whole and on the disk when it has its name.
    ///
    /// @return its size in bytes
    /// @throws ProblemException `FILE_NOT_WRITTEN`, with nothing left behind
    public long write(Manifest manifest, Path file) {
        var part = file.resolveSibling("." + file.getFileName() + ".part");
        try {
            try {
                Files.createDirectories(Objects.requireNonNull(file.getParent()));
                Files.deleteIfExists(part);
                pack(manifest, part);
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
                sync(Objects.requireNonNull(file.getParent()));
                return Files.size(file);
            } finally {
                Files.deleteIfExists(part);
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN,
                    "cannot write the backup %s: %s".formatted(file, e.getMessage()),
                    "check free space and permissions of " + file.getParent(),
                    e);
        }
    }

    private void pack(Manifest manifest, Path part) throws IOException {
        var mine = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
        try (var channel =
                FileChannel.open(part, Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW), mine)) {
            var end = new KeptOpen(channel);
            var out = new BufferedOutputStream(Channels.newOutputStream(end), BUFFER);
            try (var tar = tar(key.isPresent() ? key.get().encrypting(out) : out)) {
                pack(manifest, tar);
            } catch (IOException e) {
                throw end.reason(e);
            }
            channel.force(true);
        }
    }

    private static TarArchiveOutputStream tar(OutputStream out) throws IOException {
        // zstd's own checksum: a damaged archive is told from one that was packed wrongly.
        var zstd = new ZstdOutputStream(out).setChecksum(true).setWorkers(WORKERS);
        var tar = new TarArchiveOutputStream(new BufferedOutputStream(zstd, BUFFER), "UTF-8");
        tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
        tar.setBigNumberMode(TarArchiveOutputStream.BIGNUMBER_POSIX);
        tar.setAddPaxHeadersForNonAsciiNames(true);
        return tar;
    }

    private void pack(Manifest manifest, TarArchiveOutputStream tar) throws IOException {
        var text = manifest.json().getBytes(StandardCharsets.UTF_8);
        var head = new TarArchiveEntry(Manifest.NAME);
        head.setSize(text.length);
        head.setMode(0600);
        head.setModTime(FileTime.from(manifest.created()));
        tar.putArchiveEntry(head);
        tar.write(text);
        tar.closeArchiveEntry();
        long done = 0;
        for (var entry : manifest.entries()) {
            pack(entry, tar);
            done += entry.size();
            onBytes.accept(done);
        }
    }

    private void pack(Entry entry, TarArchiveOutputStream tar) throws IOException {
        var head = switch (entry.kind()) {
            case FILE -> new TarArchiveEntry(entry.path());
            case FOLDER -> new TarArchiveEntry(entry.path() + "/");
            case LINK -> new TarArchiveEntry(entry.path(), TarConstants.LF_SYMLINK);
        };
        if (entry.target() != null) {
            head.setLinkName(entry.target());
        }
        head.setSize(entry.size());
        head.setMode(entry.mode());
        head.setUserId(entry.uid());
        head.setGroupId(entry.gid());
        head.setModTime(FileTime.fromMillis(entry.modified() / 1000 * 1000));
        tar.putArchiveEntry(head);
        if (entry.kind() == Kind.FILE) {
            Files.copy(tree.resolve(entry.path()), tar);
        }
        tar.closeArchiveEntry();
    }

    private static void sync(Path folder) throws IOException {
        try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }
}
