package media.usenet.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import media.usenet.archive.Hashing.Copied;
import media.usenet.archive.Manifest.DatabaseEntry;
import media.usenet.archive.Manifest.Entry;
import media.usenet.sqlite.SqliteFile;
import media.usenet.staging.StageIndex.Line;
import org.jspecify.annotations.Nullable;

/// Copies single files into the tree, those that have changed since the last time.
final class Copies {

    private static final int TRIES = 3;

    private final Path tree;
    private final StageIndex index;
    private final Remarks remarks;
    private final DatabaseCopies beside;
    private final Copier copier = new Copier();
    private final List<Entry> entries = new ArrayList<>();
    private final List<DatabaseEntry> databases = new ArrayList<>();
    private final Map<String, List<Found>> refused = new LinkedHashMap<>();
    private final List<Found> folders = new ArrayList<>();
    private final Set<Path> made = new HashSet<>();
    private final Set<String> copied = new TreeSet<>();

    Copies(Path tree, StageIndex index, Remarks remarks) {
        this.tree = tree;
        this.index = index;
        this.remarks = remarks;
        this.beside = new DatabaseCopies(Objects.requireNonNull(tree.getParent()));
    }

    void settleFolders() throws IOException {
        for (var folder : folders.reversed()) {
            Dress.folder(tree.resolve(folder.path()), folder);
        }
    }

    /// In the order of their paths: a folder before what is in it.
    List<Entry> entries() {
        return entries.stream().sorted(Comparator.comparing(Entry::path)).toList();
    }

    List<DatabaseEntry> databases() {
        return databases;
    }

    /// By subject, the databases that SQLite would not copy while they are written.
    Map<String, List<Found>> refused() {
        return refused;
    }

    Set<String> copied() {
        return copied;
    }

    void take(Found found) throws IOException {
        switch (found.kind()) {
            case FOLDER -> folder(found);
            case LINK -> link(found);
            case FILE -> {
                if (changed(found)) {
                    file(found);
                } else {
                    reuse(found);
                }
            }
        }
    }

    private void folder(Found found) throws IOException {
        var to = tree.resolve(found.path());
        if (Files.exists(to, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(to, LinkOption.NOFOLLOW_LINKS)) {
            Files.delete(to);
        }
        Files.createDirectories(to);
        made.add(to);
        folders.add(found);
        entries.add(found.entry(0, ""));
    }

    private void link(Found found) throws IOException {
        var to = tree.resolve(found.path());
        var target = Path.of(Objects.requireNonNull(found.target()));
        boolean same = Files.isSymbolicLink(to) && Files.readSymbolicLink(to).equals(target);
        if (!same) {
            clear(to);
            Files.deleteIfExists(to);
            Files.createSymbolicLink(to, target);
        }
        entries.add(found.entry(0, ""));
    }

    /// Whether the copy of an earlier run, if there is one, is no longer what the file is.
    boolean changed(Found found) {
        try {
            var line = index.before(found.path()).orElse(null);
            return line == null
                    || !line.stamp().equals(found.stamp())
                    || (line.database() != null && written(found, line))
                    || !line.copied().equals(Stamp.of(tree.resolve(found.path())));
        } catch (IOException _) {
            return true;
        }
    }

    /// What is written into a database stands in its log first.
    private static boolean written(Found found, Line line) throws IOException {
        return !line.log().equals(DatabaseCopies.log(found)) || Files.exists(new SqliteFile(found.file()).rollback());
    }

    void reuse(Found found) {
        var line = index.before(found.path()).orElseThrow();
        entries.add(line.entry());
        index.put(line);
        told(line.database());
    }

    private void file(Found found) {
        try {
            if (SqliteFile.isOne(found.file())) {
                database(found);
            } else {
                plain(found);
            }
        } catch (NoSuchFileException _) {
            remarks.vanished(found.file());
        } catch (IOException e) {
            remarks.unreadable(found.file(), e);
        }
    }

    /// A file that is written while it is copied is copied again.
    private void plain(Found found) throws IOException {
        var to = tree.resolve(found.path());
        clear(to);
        var before = found.stamp();
        for (int attempt = 1; ; attempt++) {
            var hash = copier.copy(found.file(), to);
            var after = Stamp.of(found.file());
            boolean still = before.equals(after);
            if (still || attempt == TRIES) {
                settle(found, before, Stamp.ABSENT, hash, null);
                if (!still) {
                    remarks.changing(found.file());
                }
                return;
            }
            before = after;
        }
    }

    private void database(Found found) throws IOException {
        try {
            settle(found, beside.live(found));
        } catch (SQLException _) {
            refused.computeIfAbsent(found.subject(), _ -> new ArrayList<>()).add(found);
        }
    }

    /// Copies a file, and a database with its log, while nobody writes them.
    void takeStill(Found found) {
        try {
            beside.still(found);
        } catch (IOException e) {
            remarks.unreadable(found.file(), e);
        }
    }

    /// What can wait until the program may write again.
    void judge(Found found) {
        try {
            var copy = beside.judged(found);
            if (copy.isPresent()) {
                settle(found, copy.get());
            }
        } catch (IOException | SQLException e) {
            remarks.unreadable(found.file(), e);
        } finally {
            beside.remove(found);
        }
    }

    private void settle(Found found, DatabaseCopies.Copy copy) throws IOException {
        var to = tree.resolve(found.path());
        clear(to);
        Files.move(copy.part(), to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        settle(found, copy.stamp(), copy.log(), copy.hash(), copy.facts());
    }

    /// Takes note of what lies in its place now.
    private void settle(Found found, Stamp stamp, Stamp log, Copied hash, @Nullable DatabaseEntry database)
            throws IOException {
        var to = tree.resolve(found.path());
        Dress.file(to, found);
        var entry = found.entry(hash.size(), hash.sha256());
        entries.add(entry);
        index.put(new Line(stamp, log, Stamp.of(to), entry, database));
        told(database);
        copied.add(found.path());
    }

    private void told(@Nullable DatabaseEntry database) {
        if (database != null) {
            databases.add(database);
            if (!database.sound()) {
                remarks.unsound(database);
            }
        }
    }

    private void clear(Path to) throws IOException {
        var parent = Objects.requireNonNull(to.getParent());
        if (made.add(parent)) {
            Files.createDirectories(parent);
        }
        Copier.clear(to);
    }
}
