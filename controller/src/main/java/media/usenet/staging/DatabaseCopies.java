package media.usenet.staging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import media.usenet.archive.Hashing;
import media.usenet.archive.Manifest.DatabaseEntry;
import media.usenet.sqlite.SqliteFacts;
import media.usenet.sqlite.SqliteFile;
import org.jspecify.annotations.Nullable;

/// Copies of databases, and of all that only stands still while nobody writes it, beside the tree.
final class DatabaseCopies {

    private final Path folder;
    private final Map<String, Still> stills = new HashMap<>();
    private final Map<String, Path> parts = new ConcurrentHashMap<>();
    private final AtomicInteger number = new AtomicInteger();

    private DatabaseCopies(Path folder) {
        this.folder = folder;
    }

    /// @param folder on the file system of the tree; what a run that was killed has left there goes
    static DatabaseCopies in(Path folder) throws IOException {
        Files.createDirectories(folder);
        try (var left = Files.newDirectoryStream(folder)) {
            for (var one : left) {
                Files.delete(one);
            }
        }
        return new DatabaseCopies(folder);
    }

    /// A copy that is to be put into the tree.
    ///
    /// @param stamp of the file before it was copied: what is written after that is found changed by the next run
    /// @param facts null for what is no SQLite database
    record Copy(
            Path part,
            Stamp stamp,
            Stamp log,
            Hashing.Copied hash,
            @Nullable DatabaseEntry facts) {}

    private record Still(Stamp stamp, Stamp log) {}

    /// While it may be written.
    ///
    /// @throws SQLException when SQLite would not copy it
    Copy live(Found found) throws IOException, SQLException {
        var part = part(found);
        var stamp = Stamp.of(found.file());
        var log = log(found);
        try {
            Files.deleteIfExists(part);
            new SqliteFile(found.file()).copy(part);
            return new Copy(part, stamp, log, Hashing.of(part), facts(found, part));
        } catch (SQLException e) {
            Files.deleteIfExists(part);
            throw e;
        }
    }

    /// While nobody writes it, as fast as can be: what else there is to do is left to [#judged].
    void still(Found found) throws IOException {
        var stamp = Stamp.of(found.file());
        var part = part(found);
        Files.copy(found.file(), part, StandardCopyOption.REPLACE_EXISTING);
        for (var end : List.of("-wal", "-journal")) {
            var companion = found.file().resolveSibling(found.file().getFileName() + end);
            if (Files.exists(companion)) {
                Files.copy(
                        companion, part.resolveSibling(part.getFileName() + end), StandardCopyOption.REPLACE_EXISTING);
            }
        }
        stills.put(found.path(), new Still(stamp, log(found)));
    }

    /// What can wait until the program may write again: hashes, and the check of a database. Empty for a file that
    /// was not copied.
    Optional<Copy> judged(Found found) throws IOException, SQLException {
        var still = stills.get(found.path());
        if (still == null) {
            return Optional.empty();
        }
        var part = part(found);
        DatabaseEntry facts = null;
        if (SqliteFile.isOne(part)) {
            // Opening it brings the log home: one file is left.
            var merged = part.resolveSibling(part.getFileName() + "-whole");
            Files.deleteIfExists(merged);
            new SqliteFile(part).copy(merged);
            Files.move(merged, part, StandardCopyOption.REPLACE_EXISTING);
            facts = facts(found, part);
        }
        return Optional.of(new Copy(part, still.stamp(), still.log(), Hashing.of(part), facts));
    }

    void remove(Found found) {
        var part = part(found);
        for (var end : List.of("", "-wal", "-shm", "-journal", "-whole")) {
            try {
                Files.deleteIfExists(part.resolveSibling(part.getFileName() + end));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    static Stamp log(Found found) throws IOException {
        return Stamp.of(new SqliteFile(found.file()).log());
    }

    private static DatabaseEntry facts(Found found, Path copy) throws SQLException {
        var facts = SqliteFacts.of(copy);
        return new DatabaseEntry(
                found.path(), facts.schema().orElse(null), facts.userVersion(), facts.journalMode(), facts.integrity());
    }

    private Path part(Found found) {
        return parts.computeIfAbsent(found.path(), _ -> folder.resolve(String.valueOf(number.incrementAndGet())));
    }
}
