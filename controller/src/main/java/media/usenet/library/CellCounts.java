package media.usenet.library;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import media.usenet.database.Database;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Counts the files of each cell. What a cell means never changes, so each is read once.
final class CellCounts {

    private final Database database;
    private final Map<Long, CountedCell> cells = new ConcurrentHashMap<>();
    private final AtomicLong read = new AtomicLong();

    CellCounts(Database database) {
        this.database = database;
    }

    List<CountedCell> of(Where where, Set<String> online) {
        return database.read(db -> {
            var counts = db.sql("""
                    select cell, lost, status, count(*) as files, sum(bytes) as size
                    from library_files %s group by cell, lost, status""".formatted(where.text()))
                    .params(where.parameters())
                    .query((row, _) -> new Count(row))
                    .list();
            readOn(db);
            return counts.stream().map(count -> count.in(cells, online)).toList();
        });
    }

    /// After the counting: a cell is there before a file is in it.
    private void readOn(JdbcClient db) {
        long last = read.get();
        db.sql("select * from library_cells where id > :last")
                .param("last", last)
                .query(row -> {
                    long id = row.getLong("id");
                    cells.put(id, cell(row));
                    read.accumulateAndGet(id, Math::max);
                });
    }

    private record Count(long cell, boolean lost, String status, long files, long bytes) {

        Count(ResultSet row) throws SQLException {
            this(
                    row.getLong("cell"),
                    row.getInt("lost") != 0,
                    row.getString("status"),
                    row.getLong("files"),
                    row.getLong("size"));
        }

        CountedCell in(Map<Long, CountedCell> cells, Set<String> online) {
            var counted = Objects.requireNonNull(cells.get(cell), "a file is in a cell");
            var slot = counted.value(Facet.SLOT);
            var presence = !lost && online.contains(slot) ? Presence.PRESENT : Presence.UNKNOWN;
            return counted.counted(presence, status, files, bytes);
        }
    }

    private static CountedCell cell(ResultSet row) throws SQLException {
        // Shared between cells: there may be many thousands, of few different words.
        var values = new EnumMap<Facet, String>(Facet.class);
        values.put(Facet.SLOT, row.getString("slot").intern());
        values.put(Facet.AREA, row.getString("area").intern());
        values.put(Facet.KIND, row.getString("kind").intern());
        values.put(Facet.RESOLUTION, row.getString("resolution").intern());
        values.put(Facet.CODEC, row.getString("codec").intern());
        values.put(Facet.HDR, row.getString("hdr").intern());
        values.put(Facet.AUDIO, row.getString("sound").intern());
        values.put(Facet.DURATION, Classes.LENGTHS.word(row.getInt("length_class")));
        values.put(Facet.BITRATE, Classes.RATES.word(row.getInt("rate_class")));
        var languages = Set.of(Arrays.stream(row.getString("languages").split(" "))
                .filter(word -> !word.isEmpty())
                .map(String::intern)
                .toArray(String[]::new));
        return new CountedCell(values, languages, 0, 0);
    }
}
