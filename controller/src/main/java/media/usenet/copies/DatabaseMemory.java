package media.usenet.copies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import media.usenet.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Remembers hashes in the database.
final class DatabaseMemory implements HashMemory {

    /// PostgreSQL takes 65,535 parameters in a statement, SQLite 32,766; each row has seven.
    private static final int AT_ONCE = 500;

    private final Database database;
    private final Function<Content, String> volumes;

    /// @param volumes what the file system of a file is known by, whatever its device's number is now
    DatabaseMemory(Database database, Function<Content, String> volumes) {
        this.database = database;
        this.volumes = volumes;
    }

    @Override
    public Map<FileKey, Hashes> recall(Collection<Content> files) {
        var known = HashMap.<FileKey, Hashes>newHashMap(files.size());
        byDevice(files).forEach(own -> {
            var volume = volumes.apply(own.getFirst());
            parts(own).forEach(some -> known.putAll(recall(volume, some)));
        });
        return known;
    }

    private Map<FileKey, Hashes> recall(String volume, List<Content> files) {
        var byInode = files.stream().collect(Collectors.toMap(file -> file.key().inode(), file -> file, (a, _) -> a));
        var known = new HashMap<FileKey, Hashes>();
        database.read(db -> db.sql("select * from content_hashes where volume = :volume and inode in (:inodes)")
                        .param("volume", volume)
                        .param("inodes", byInode.keySet())
                        .query((row, _) -> Row.read(row))
                        .list())
                .forEach(row -> {
                    var file = byInode.get(row.inode());
                    if (file != null && row.isOf(file)) {
                        known.put(file.key(), row.hashes());
                    }
                });
        return known;
    }

    private record Row(long inode, long bytes, Instant modified, Hashes hashes) {

        static Row read(ResultSet row) throws SQLException {
            var whole = row.getString("whole");
            return new Row(
                    row.getLong("inode"),
                    row.getLong("bytes"),
                    Instant.ofEpochSecond(row.getLong("modified_s"), row.getInt("modified_ns")),
                    new Hashes(Hash.parse(row.getString("sample")), whole == null ? null : Hash.parse(whole)));
        }

        boolean isOf(Content file) {
            return file.bytes() == bytes && file.modified().equals(modified);
        }
    }

    @Override
    public void keep(Map<Content, Hashes> hashes) {
        byDevice(hashes.keySet()).forEach(own -> {
            var volume = volumes.apply(own.getFirst());
            parts(own).forEach(some -> database.change(db -> keep(db, volume, some, hashes)));
        });
    }

    private static void keep(JdbcClient db, String volume, List<Content> rows, Map<Content, Hashes> hashes) {
        var statement =
                db.sql("""
                insert into content_hashes (volume, inode, bytes, modified_s, modified_ns, sample, whole)
                values %s on conflict (volume, inode) do update set bytes = excluded.bytes,
                    modified_s = excluded.modified_s, modified_ns = excluded.modified_ns,
                    sample = excluded.sample, whole = excluded.whole""".formatted(String.join(", ", Collections.nCopies(rows.size(), "(?, ?, ?, ?, ?, ?, ?)"))));
        for (var file : rows) {
            var known = Objects.requireNonNull(hashes.get(file));
            var whole = known.whole();
            var modified = file.modified();
            statement = statement
                    .param(volume)
                    .param(file.key().inode())
                    .param(file.bytes())
                    .param(modified.getEpochSecond())
                    .param(modified.getNano())
                    .param(known.sample().toString())
                    .param(whole == null ? null : whole.toString());
        }
        statement.update();
    }

    /// Asked anew each time what they are known by: another drive can get the number of one that went.
    private static Collection<List<Content>> byDevice(Collection<Content> files) {
        return files.stream()
                .collect(Collectors.groupingBy(file -> file.key().device()))
                .values();
    }

    private static List<List<Content>> parts(List<Content> all) {
        var parts = new ArrayList<List<Content>>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            parts.add(all.subList(from, Math.min(all.size(), from + AT_ONCE)));
        }
        return parts;
    }
}
