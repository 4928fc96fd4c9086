package media.usenet.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import media.usenet.sqlite.SqliteFile;
import media.usenet.staging.StageIndex.Line;

/// Copies single files into the tree, those that have changed since the last time.
final class Copies implements AutoCloseable {

    private static final int TRIES = 3;

    private final Path tree;
    private final StageIndex index;
    private final Remarks remarks;
    private final StagedFiles staged;
    private final DatabaseCopies beside;
    private final LiveCopies live;
    private final Copier copier = new Copier();
    private final Map<String, List<Found>> refused = new LinkedHashMap<>();
    private final List<Found> folders = new ArrayList<>();
    private final Set<Path> made = new HashSet<>();

    Copies(Path tree, StageIndex index, Remarks remarks, StagedFiles staged) throws IOException {
        this.tree = tree;
        this.index = index;
        this.remarks = remarks;
        this.staged = staged;
        this.beside = DatabaseCopies.in(tree.resolveSibling("parts"));
        this.live = new LiveCopies(beside);
    }

    void take(Found found) throws IOException {
        switch (found.kind()) {
            case FOLDER -> folder(found);
            case LINK -> link(found);
            case FILE -> {
                if (changed(found)) {
                    told(found, () -> file(found));
                } else {
                    staged.unchanged(found);
                }
            }
        }
    }

    /// Puts the databases into the tree that were begun.
    ///
    /// @return by subject, those that SQLite would not copy while they are written
    Map<String, List<Found>> databases() {
        for (var begun : live.begun()) {
            told(begun.found(), () -> {
                try {
                    settle(begun.found(), begun.copy());
                } catch (SQLException _) {
                    refused.computeIfAbsent(begun.found().subject(), _ -> new ArrayList<>())
                            .add(begun.found());
                }
            });
        }
        return refused;
    }

    void settleFolders() throws IOException {
        for (var folder : folders.reversed()) {
            Dress.folder(tree.resolve(folder.path()), folder);
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
        staged.other(found);
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
        staged.other(found);
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

    private interface Work {
        void run() throws IOException;
    }

    private void told(Found found, Work work) {
        try {
            work.run();
        } catch (NoSuchFileException _) {
            remarks.vanished(found.file());
        } catch (IOException e) {
            remarks.unreadable(found.file(), e);
        }
    }

    private void file(Found found) throws IOException {
        if (SqliteFile.isOne(found.file())) {
            live.begin(found);
        } else {
            plain(found);
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
                staged.copied(found, before, Stamp.ABSENT, hash, null);
                if (!still) {
                    remarks.changing(found.file());
                }
                return;
            }
            before = after;
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
        staged.copied(found, copy.stamp(), copy.log(), copy.hash(), copy.facts());
    }

    private void clear(Path to) throws IOException {
        var parent = Objects.requireNonNull(to.getParent());
        if (made.add(parent)) {
            Files.createDirectories(parent);
        }
        Copier.clear(to);
    }

    @Override
    public void close() {
        live.close();
    }
}
