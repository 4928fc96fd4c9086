package media.usenet.library;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Writes one entry of the catalog.
final class EntryRow {

    private static final int LONGEST_TROUBLE = 1_000;
    private static final int LONGEST_SEARCHED = 600;

    private EntryRow() {}

    /// @param next the id of the entry, where it is new
    static void write(JdbcClient db, Entry entry, long next, Instant now) {
        var id = entry.id();
        var columns = new LinkedHashMap<String, @Nullable Object>();
        columns.putAll(file(entry.found(), now));
        if (entry.look() != null) {
            columns.putAll(content(entry.look(), now));
            columns.put(
                    "cell",
                    CellRow.id(
                            db,
                            entry.root(),
                            entry.found().place(),
                            entry.look().facts()));
        }
        if (id == null) {
            columns.putAll(place(entry, next, now));
            insert(db, columns);
        } else {
            update(db, columns, id);
        }
        if (entry.look() != null) {
            if (id != null) {
                db.sql("delete from library_facts where file = :file")
                        .param("file", id)
                        .update();
            }
            facts(db, id == null ? next : id, entry.look());
        }
    }

    private static Map<String, Object> file(Found found, Instant now) {
        return Map.of(
                "bytes", found.bytes(),
                "modified_ms", found.modified().toEpochMilli(),
                "device", found.key().device(),
                "inode", found.key().inode(),
                "links", found.links(),
                "lost", 0,
                "seen_ms", now.toEpochMilli());
    }

    private static Map<String, @Nullable Object> content(Look look, Instant now) {
        var columns = new LinkedHashMap<String, @Nullable Object>(FactColumns.of(look.facts()));
        columns.put("status", look.status().word());
        columns.put("trouble", shortened(look.trouble()));
        columns.put("probed_ms", look.status() == ProbeStatus.NOT_PROBED ? null : (Long) now.toEpochMilli());
        return columns;
    }

    private static Map<String, Object> place(Entry entry, long id, Instant now) {
        var place = entry.found().place();
        return Map.of(
                "id", id,
                "slot", entry.root().slot(),
                "place", place.hash(),
                "folder", place.folder(),
                "path", place.text(),
                "search", searched(place.text().toLowerCase(Locale.ROOT)),
                "name", place.name().toLowerCase(Locale.ROOT),
                "added_ms", now.toEpochMilli());
    }

    /// The end of a path, which PostgreSQL still indexes: 2,704 bytes.
    private static String searched(String path) {
        return path.substring(Math.max(0, path.length() - LONGEST_SEARCHED));
    }

    private static void insert(JdbcClient db, Map<String, @Nullable Object> columns) {
        var names = String.join(", ", columns.keySet());
        var values = columns.keySet().stream().map(name -> ":" + name).collect(Collectors.joining(", "));
        db.sql("insert into library_files (%s) values (%s)".formatted(names, values))
                .params(columns)
                .update();
    }

    private static void update(JdbcClient db, Map<String, @Nullable Object> columns, long id) {
        var settings =
                columns.keySet().stream().map(name -> name + " = :" + name).collect(Collectors.joining(", "));
        var parameters = new LinkedHashMap<>(columns);
        parameters.put("id", id);
        db.sql("update library_files set %s where id = :id".formatted(settings))
                .params(parameters)
                .update();
    }

    private static void facts(JdbcClient db, long id, Look look) {
        if (look.facts() != null) {
            db.sql("insert into library_facts (file, facts) values (:file, :facts)")
                    .param("file", id)
                    .param("facts", FileRows.json(look.facts()))
                    .update();
        }
    }

    private static @Nullable String shortened(@Nullable String text) {
        return text == null || text.length() <= LONGEST_TROUBLE ? text : text.substring(0, LONGEST_TROUBLE);
    }
}
