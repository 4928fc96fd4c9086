package media.usenet.staging;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import media.usenet.archive.Hashing.Copied;
import media.usenet.archive.Manifest.DatabaseEntry;
import media.usenet.archive.Manifest.Entry;
import media.usenet.staging.StageIndex.Line;
import org.jspecify.annotations.Nullable;

/// What lies in the tree now, as it is written down: for the manifest, and in the index for the next run.
final class StagedFiles {

    private final Path tree;
    private final StageIndex index;
    private final Remarks remarks;
    private final List<Entry> entries = new ArrayList<>();
    private final List<DatabaseEntry> databases = new ArrayList<>();
    private final Set<String> copied = new TreeSet<>();

    StagedFiles(Path tree, StageIndex index, Remarks remarks) {
        this.tree = tree;
        this.index = index;
        this.remarks = remarks;
    }

    /// In the order of their paths: a folder before what is in it.
    List<Entry> entries() {
        return entries.stream().sorted(Comparator.comparing(Entry::path)).toList();
    }

    List<DatabaseEntry> databases() {
        return databases.stream()
                .sorted(Comparator.comparing(DatabaseEntry::path))
                .toList();
    }

    Set<String> copied() {
        return copied;
    }

    /// A folder or a link.
    void other(Found found) {
        entries.add(found.entry(0, ""));
    }

    void unchanged(Found found) {
        var line = index.before(found.path()).orElseThrow();
        entries.add(line.entry());
        index.put(line);
        told(line.database());
    }

    /// @param stamp of the file before it was copied
    /// @param log of the log of a database
    void copied(Found found, Stamp stamp, Stamp log, Copied hash, @Nullable DatabaseEntry database) throws IOException {
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
}
