package media.usenet.nomination;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import media.usenet.database.Database;
import media.usenet.picture.Fingerprint;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Remembers what was read of films, so that a file which did not change is read once.
public final class FilmMemory {

    private final Database database;

    FilmMemory(Database database) {
        this.database = database;
    }

    private record Known(FilmKey key, Optional<Sketch> sketch) {

        static Known of(ResultSet row) throws SQLException {
            var key = new FilmKey(
                    row.getString("volume"), row.getLong("inode"), row.getLong("bytes"), row.getLong("modified_ms"));
            return new Known(key, Sketch.ofBytes(row.getBytes("sketch")));
        }
    }

    /// Of all films that were ever read, as they were then.
    public Map<FilmKey, Sketch> sketches() {
        var sketches = new HashMap<FilmKey, Sketch>();
        database.read(db -> db.sql("select volume, inode, bytes, modified_ms, sketch from film_pictures")
                        .query((row, _) -> Known.of(row))
                        .list())
                .forEach(known -> known.sketch().ifPresent(sketch -> sketches.put(known.key(), sketch)));
        return sketches;
    }

    /// Of a film that was looked at before; empty where it changed since.
    public Optional<Fingerprint> fingerprint(FilmKey film) {
        return database.read(db -> db.sql("""
                        select fingerprint from film_pictures where volume = :volume and inode = :inode
                        and bytes = :bytes and modified_ms = :modified and fingerprint is not null""")
                .params(parameters(film))
                .query((row, _) -> row.getBytes(1))
                .optional()
                .flatMap(Fingerprint::ofBytes));
    }

    /// Replaces what was known of the same inodes.
    public void keep(Map<FilmKey, Sketch> sketches) {
        database.change(db -> sketches.forEach((film, sketch) ->
                keep(db, film, sketch).param("fingerprint", null, Types.BINARY).update()));
    }

    /// Its frames are searched by from now on.
    public void keep(FilmKey film, Fingerprint fingerprint) {
        database.change(db -> keep(db, film, Sketch.of(fingerprint))
                .param("fingerprint", fingerprint.toBytes())
                .update());
    }

    private static JdbcClient.StatementSpec keep(JdbcClient db, FilmKey film, Sketch sketch) {
        return db.sql("""
                        insert into film_pictures (volume, inode, bytes, modified_ms, sketch, fingerprint)
                        values (:volume, :inode, :bytes, :modified, :sketch, :fingerprint)
                        on conflict (volume, inode) do update set bytes = excluded.bytes,
                        modified_ms = excluded.modified_ms, sketch = excluded.sketch,
                        fingerprint = excluded.fingerprint""").params(parameters(film)).param("sketch", sketch.toBytes());
    }

    private static Map<String, Object> parameters(FilmKey film) {
        return Map.of(
                "volume", film.volume(),
                "inode", film.inode(),
                "bytes", film.bytes(),
                "modified", film.modifiedMillis());
    }
}
