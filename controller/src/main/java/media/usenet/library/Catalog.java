package media.usenet.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import media.usenet.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes the catalog, and reads of it what a walk compares with. One controller alone writes it.
final class Catalog {

    private static final int KEPT_SCANS = 200;
    private static final int IN_ONE_STATEMENT = 500;
    private static final List<String> PENDING = Arrays.stream(ProbeStatus.values())
            .filter(status -> !status.lasting())
            .map(ProbeStatus::word)
            .toList();

    private final Database database;
    private final AtomicLong version = new AtomicLong();

    Catalog(Database database) {
        this.database = database;
    }

    /// Another one after each change.
    long version() {
        return version.get();
    }

    /// The entries of some folders, by hash.
    List<Known> known(String slot, Collection<String> folders) {
        return database.read(db -> db.sql("""
                select id, place, folder, bytes, modified_ms, device, inode, links, lost, status
                from library_files where slot = :slot and folder in (:folders)""")
                .param("slot", slot)
                .param("folders", folders)
                .query((row, _) -> known(row))
                .list());
    }

    private static Known known(ResultSet row) throws SQLException {
        return new Known(
                row.getLong("id"),
                row.getString("place"),
                row.getString("folder"),
                row.getLong("bytes"),
                row.getLong("modified_ms"),
                new FileKey(row.getLong("device"), row.getLong("inode")),
                row.getInt("links"),
                row.getInt("lost") != 0,
                ProbeStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)));
    }

    /// Tells each folder of a slot that has entries: its hash, and the path of one of them.
    void folders(String slot, BiConsumer<String, String> each) {
        database.<Boolean>read(db -> {
            db.sql("select folder, min(path) as path from library_files where slot = :slot group by folder")
                    .param("slot", slot)
                    .query(row -> {
                        each.accept(row.getString("folder"), row.getString("path"));
                    });
            return true;
        });
    }

    /// Whether there is any entry of the slot.
    boolean holds(String slot) {
        return database.read(db -> db.sql("select 1 from library_files where slot = :slot limit 1")
                .param("slot", slot)
                .query(Integer.class)
                .optional()
                .isPresent());
    }

    /// The entries that are to be looked into, by their ids.
    List<Entry> pending(Scope scope, long after, int limit) {
        var root = scope.root();
        return database.read(db -> db.sql("""
                select id, path, bytes, modified_ms, device, inode, links from library_files
                where slot = :slot and status in (:statuses) and lost = 0 and id > :after
                    and %s
                order by id limit :limit""".formatted(scope.condition()))
                .param("slot", root.slot())
                .param("statuses", PENDING)
                .param("after", after)
                .param("place", scope.place())
                .param("limit", limit)
                .query((row, _) -> new Entry(row.getLong("id"), root, found(root, row), null))
                .list());
    }

    long countPending(Scope scope) {
        return database.read(db -> db.sql("""
                select count(*) from library_files
                where slot = :slot and status in (:statuses) and lost = 0 and %s""".formatted(scope.condition()))
                .param("slot", scope.root().slot())
                .param("statuses", PENDING)
                .param("place", scope.place())
                .query(Long.class)
                .single());
    }

    private static Found found(Root root, ResultSet row) throws SQLException {
        var place = new Place(row.getString("path"));
        return new Found(
                place,
                root.path().resolve(place.path()),
                row.getLong("bytes"),
                Instant.ofEpochMilli(row.getLong("modified_ms")),
                new FileKey(row.getLong("device"), row.getLong("inode")),
                row.getInt("links"));
    }

    /// The files are to be looked into again; what is known of them stays until then.
    void forgetLooks(Scope scope) {
        change(db -> db.sql(
                        "update library_files set status = 'not_probed' where slot = :slot and " + scope.condition())
                .param("slot", scope.root().slot())
                .param("place", scope.place())
                .update());
    }

    /// What was learned from the same bytes under another name: a hard link, or the name before it was moved.
    Optional<Look> sameBytes(String slot, Found found) {
        return database.read(db -> db.sql("""
                select status, trouble, facts from library_files files
                left join library_facts facts on facts.file = files.id
                where slot = :slot and inode = :inode and bytes = :bytes and modified_ms = :modified
                    and status = 'probed' limit 1""")
                .param("slot", slot)
                .param("inode", found.key().inode())
                .param("bytes", found.bytes())
                .param("modified", found.modified().toEpochMilli())
                .query((row, _) -> new Look(ProbeStatus.PROBED, null, FileRows.facts(row.getString("facts"))))
                .optional());
    }

    /// One after the other: ids are counted on.
    synchronized void save(List<Entry> entries, Instant now) {
        if (!entries.isEmpty()) {
            change(db -> {
                long next = next(db, "library_files");
                for (var entry : entries) {
                    EntryRow.write(db, entry, next++, now);
                }
            });
        }
    }

    /// The files are not there any more.
    void remove(List<Long> ids) {
        inParts(ids, "delete from library_files where id in (:ids)");
    }

    /// The files were not found, and nobody can say that they are gone.
    void lose(List<Long> ids) {
        inParts(ids, "update library_files set lost = 1 where id in (:ids)");
    }

    private void inParts(List<Long> ids, String statement) {
        for (int from = 0; from < ids.size(); from += IN_ONE_STATEMENT) {
            var part = ids.subList(from, Math.min(ids.size(), from + IN_ONE_STATEMENT));
            change(db -> db.sql(statement).param("ids", part).update());
        }
    }

    void walked(String slot, Instant now) {
        change(db ->
                db.sql("""
                insert into library_walks (slot, walked_ms) values (:slot, :now)
                on conflict (slot) do update set walked_ms = excluded.walked_ms""").param("slot", slot).param("now", now.toEpochMilli()).update());
    }

    /// Writes down what a scan came to; the last of them are kept.
    synchronized void keep(ScanSummary summary) {
        change(db -> {
            long id = next(db, "library_scans");
            db.sql("""
                    insert into library_scans (id, started_ms, ended_ms, cause, summary)
                    values (:id, :started, :ended, :cause, :summary)""")
                    .param("id", id)
                    .param("started", summary.started().toEpochMilli())
                    .param("ended", summary.ended().toEpochMilli())
                    .param("cause", summary.cause())
                    .param("summary", FileRows.JSON.writeValueAsString(summary))
                    .update();
            db.sql("delete from library_scans where id <= :oldest")
                    .param("oldest", id - KEPT_SCANS)
                    .update();
        });
    }

    /// What the last scans came to, the latest first.
    List<ScanSummary> scans(int most) {
        return database.read(db -> db.sql("select summary from library_scans order by id desc limit :most")
                .param("most", most)
                .query((row, _) -> FileRows.JSON.readValue(row.getString("summary"), ScanSummary.class))
                .list());
    }

    private void change(Consumer<JdbcClient> work) {
        database.change(work);
        version.incrementAndGet();
    }

    static long next(JdbcClient db, String table) {
        return db.sql("select coalesce(max(id), 0) + 1 from " + table)
                .query(Long.class)
                .single();
    }
}
