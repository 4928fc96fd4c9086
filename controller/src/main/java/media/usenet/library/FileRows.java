package media.usenet.library;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import media.usenet.ffmpeg.MediaFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/// Reads files of the catalog as callers see them.
final class FileRows {

    static final JsonMapper JSON = JsonMapper.builder().build();

    private final Map<String, Root> roots;

    /// @param roots as they are now: where files are, and whether they are there
    FileRows(List<Root> roots) {
        this.roots = roots.stream().collect(Collectors.toMap(Root::slot, root -> root));
    }

    /// @param rest from `where` on, about `files`
    List<LibraryFile> list(JdbcClient db, String rest, Map<String, ?> parameters) {
        return db.sql("""
                select files.id, files.slot, files.path, cells.area, files.bytes, files.modified_ms, files.device,
                    files.inode, files.links, files.lost, files.status, files.trouble, files.seen_ms, files.probed_ms,
                    walks.walked_ms, facts.facts
                from library_files files join library_cells cells on cells.id = files.cell
                left join library_facts facts on facts.file = files.id
                left join library_walks walks on walks.slot = files.slot %s""".formatted(rest))
                .params(parameters)
                .query((row, _) -> file(row))
                .list();
    }

    private LibraryFile file(ResultSet row) throws SQLException {
        var slot = row.getString("slot");
        var root = roots.get(slot);
        boolean lost = row.getInt("lost") != 0;
        long probed = row.getLong("probed_ms");
        boolean neverProbed = row.wasNull();
        return new LibraryFile(
                row.getLong("id"),
                slot,
                Area.valueOf(row.getString("area").toUpperCase(Locale.ROOT)),
                path(root, slot, row.getString("path")),
                row.getLong("bytes"),
                Instant.ofEpochMilli(row.getLong("modified_ms")),
                new FileKey(row.getLong("device"), row.getLong("inode")),
                row.getInt("links"),
                root != null && root.online() && !lost ? Presence.PRESENT : Presence.UNKNOWN,
                ProbeStatus.valueOf(row.getString("status").toUpperCase(Locale.ROOT)),
                row.getString("trouble"),
                facts(row.getString("facts")),
                Instant.ofEpochMilli(
                        lost ? row.getLong("seen_ms") : Math.max(row.getLong("seen_ms"), row.getLong("walked_ms"))),
                neverProbed ? null : Instant.ofEpochMilli(probed));
    }

    /// A drive that was given up has no place any more: what it had stands below its name.
    private static Path path(@Nullable Root root, String slot, String relative) {
        var base = root == null ? Path.of("/").resolve(slot) : root.path();
        return base.resolve(relative);
    }

    static @Nullable MediaFacts facts(@Nullable String json) {
        return json == null ? null : Objects.requireNonNull(JSON.readValue(json, MediaFacts.class));
    }

    static String json(MediaFacts facts) {
        return JSON.writeValueAsString(facts);
    }
}
