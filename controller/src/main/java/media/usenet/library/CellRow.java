package media.usenet.library;

import java.util.LinkedHashMap;
import java.util.Map;
import media.usenet.ffmpeg.MediaFacts;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// Finds the cell that a file is counted in, and makes it where it is the first of its mixture.
final class CellRow {

    private CellRow() {}

    static long id(JdbcClient db, Root root, Place place, @Nullable MediaFacts facts) {
        var words = CellWords.of(facts);
        var columns = new LinkedHashMap<String, Object>();
        columns.put("slot", root.slot());
        columns.put("area", root.area(place.path()).word());
        columns.put("kind", words.kind());
        columns.put("resolution", words.resolution());
        columns.put("codec", words.codec());
        columns.put("hdr", words.hdr());
        columns.put("sound", words.audio());
        columns.put("languages", words.languageText());
        columns.put("length_class", words.lengthClass());
        columns.put("rate_class", words.rateClass());
        var hash = Place.hash(columns.values().toString());
        return db.sql("select id from library_cells where hash = :hash")
                .param("hash", hash)
                .query(Long.class)
                .optional()
                .orElseGet(() -> make(db, columns, hash));
    }

    private static long make(JdbcClient db, Map<String, Object> columns, String hash) {
        long id = Catalog.next(db, "library_cells");
        db.sql("""
                insert into library_cells (id, hash, slot, area, kind, resolution, codec, hdr, sound, languages,
                    length_class, rate_class)
                values (:id, :hash, :slot, :area, :kind, :resolution, :codec, :hdr, :sound, :languages, :length_class,
                    :rate_class)""").param("id", id).param("hash", hash).params(columns).update();
        return id;
    }
}
