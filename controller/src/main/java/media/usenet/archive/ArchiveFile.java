package media.usenet.archive;

import com.github.luben.zstd.ZstdInputStream;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import java.util.function.Predicate;
import java.util.zip.GZIPInputStream;
import media.usenet.archive.EntryRules.Limits;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;

/// A backup in one file, read: what it says it holds, whether it does, and files out of it.
///
/// Nothing of what it says is believed. Every entry is judged before a byte of it is written, and is compared
/// with the manifest while it is.
public final class ArchiveFile {

    private static final int BUFFER = 1 << 17;
    private static final int LONGEST_PADDING = 1 << 20;
    private static final int LONGEST_MANIFEST = 256 << 20;
    private static final byte[] AGE = "age-encryption.org/".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] GZIP = {0x1f, (byte) 0x8b};

    private final Path file;
    private final Optional<AgeKey> key;

    public ArchiveFile(Path file, Optional<AgeKey> key) {
        this.file = file;
        this.key = key;
    }

    public Path file() {
        return file;
    }

    /// The manifest inside; empty for an archive that some other program made.
    ///
    /// @throws ProblemException `BACKUP_DAMAGED`, `BACKUP_LOCKED`, `BACKUP_TOO_NEW`, `FILE_NOT_READ`
    public Optional<Manifest> manifest() {
        try (var tar = open()) {
            return manifest(tar, tar.getNextEntry());
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    /// Reads all of it and compares it with its manifest.
    ///
    /// @param onBytes is told how many bytes were read so far, unpacked
    /// @return what is not as it should be, entry by entry; empty when every file is as it was packed
    public List<Flaw> check(LongConsumer onBytes) {
        return read(null, _ -> false, onBytes).flaws();
    }

    /// Unpacks the files whose paths are wanted into an empty folder. One entry that is refused keeps all from
    /// being unpacked: whoever made that one made the others.
    ///
    /// @throws ProblemException `BACKUP_UNSAFE` with every entry refused, `BACKUP_DAMAGED` with every file that
    ///     is not as its manifest says
    public void extract(Path folder, Predicate<String> wanted, LongConsumer onBytes) {
        var looked = read(null, wanted, _ -> {});
        requireSound(looked.flaws());
        Room.require(folder, looked.wantedBytes());
        requireSound(read(folder, wanted, onBytes).flaws());
    }

    private void requireSound(List<Flaw> flaws) {
        var refused = flaws.stream().filter(Reading::isRefusal).toList();
        if (!refused.isEmpty()) {
            throw new ProblemException(
                    Problem.BACKUP_UNSAFE,
                    "%s holds %d entries that may not become files; nothing was unpacked"
                            .formatted(file.getFileName(), refused.size()),
                    "do not use it; take another backup: usenet backup list",
                    refused);
        }
        if (!flaws.isEmpty()) {
            throw new ProblemException(
                    Problem.BACKUP_DAMAGED,
                    "%s is damaged; nothing was unpacked".formatted(file.getFileName()),
                    "take another backup: usenet backup list",
                    flaws);
        }
    }

    private Reading read(@Nullable Path folder, Predicate<String> wanted, LongConsumer onBytes) {
        var name = String.valueOf(file.getFileName());
        var reading = new Reading(folder, wanted, Limits.unknown(size()));
        try (var content = content();
                var tar = new TarArchiveInputStream(content, "UTF-8")) {
            var first = tar.getNextEntry();
            var manifest = manifest(tar, first);
            reading.expect(manifest);
            reading.all(tar, manifest.isPresent() ? tar.getNextEntry() : first, onBytes);
            // Checksums of the layers below stand behind the end that tar sees.
            if (reading.flaws().isEmpty() && content.readNBytes(LONGEST_PADDING).length == LONGEST_PADDING) {
                reading.brokeOff(name, "something follows its end");
            }
        } catch (IOException e) {
            reading.brokeOff(name, why(e));
        }
        return reading;
    }

    private long size() {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    private static Optional<Manifest> manifest(TarArchiveInputStream tar, @Nullable TarArchiveEntry first)
            throws IOException {
        if (first == null || !first.getName().equals(Manifest.NAME) || first.getSize() > LONGEST_MANIFEST) {
            return Optional.empty();
        }
        var text = new String(tar.readNBytes((int) first.getSize()), StandardCharsets.UTF_8);
        return Optional.of(Manifest.parse("the manifest", text));
    }

    private TarArchiveInputStream open() throws IOException {
        return new TarArchiveInputStream(content(), "UTF-8");
    }

    private InputStream content() throws IOException {
        var raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        try {
            var plain = startsWith(raw, AGE) ? new BufferedInputStream(opened(raw), BUFFER) : raw;
            return new BufferedInputStream(
                    startsWith(plain, GZIP) ? new GZIPInputStream(plain, BUFFER) : new ZstdInputStream(plain), BUFFER);
        } catch (IOException | RuntimeException e) {
            raw.close();
            throw e;
        }
    }

    private InputStream opened(InputStream raw) throws IOException {
        return key.orElseThrow(() -> new ProblemException(
                        Problem.BACKUP_LOCKED,
                        "%s is encrypted, and no key was given".formatted(file.getFileName()),
                        "name the key that it was made with: --key FILE"))
                .decrypting(raw);
    }

    private static boolean startsWith(BufferedInputStream stream, byte[] magic) throws IOException {
        stream.mark(magic.length);
        var head = stream.readNBytes(magic.length);
        stream.reset();
        return Arrays.equals(head, magic);
    }

    private ProblemException damaged(IOException e) {
        return new ProblemException(
                Problem.BACKUP_DAMAGED,
                "cannot read the backup %s: %s".formatted(file, why(e)),
                "take another backup: usenet backup list",
                e);
    }

    private static String why(IOException e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }
}
