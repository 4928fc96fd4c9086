package media.usenet.duplicates;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import media.usenet.database.Database;
import media.usenet.library.LibraryFile;
import media.usenet.works.Evidence;
import media.usenet.works.Evidence.Likeness;
import media.usenet.works.Evidence.Looked;
import media.usenet.works.Evidence.NotDuplicates;

/// What was found out about pairs of files, and is not found out again: what was seen of them, and what people
/// said.
final class Told {

    private final Database database;
    private final InstantSource clock;

    Told(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    void looked(LibraryFile one, LibraryFile other, Looked looked) {
        var keys = inOrder(body(one), body(other));
        database.change(db -> {
            db.sql("delete from duplicate_looks where first_body = :first and second_body = :second")
                    .params(keys)
                    .update();
            db.sql("insert into duplicate_looks values (:first, :second, :at, :likeness, :because)")
                    .params(keys)
                    .param("at", clock.millis())
                    .param("likeness", looked.likeness().name())
                    .param("because", looked.because())
                    .update();
        });
    }

    /// They are remembered by their places: what is put there later is told apart, too.
    void ignore(LibraryFile one, LibraryFile other) {
        var keys = inOrder(place(one), place(other));
        database.change(db -> {
            db.sql("delete from duplicate_ignored where first_place = :first and second_place = :second")
                    .params(keys)
                    .update();
            db.sql("insert into duplicate_ignored values (:first, :second, :one, :other, :at)")
                    .params(keys)
                    .param("one", one.path().toString())
                    .param("other", other.path().toString())
                    .param("at", clock.millis())
                    .update();
        });
    }

    void forget(LibraryFile one, LibraryFile other) {
        database.change(
                db -> db.sql("delete from duplicate_ignored where first_place = :first and second_place = :second")
                        .params(inOrder(place(one), place(other)))
                        .update());
    }

    private record Row(String first, String second, String likeness, String because) {}

    /// All that is known of these files.
    List<Evidence> of(List<LibraryFile> files) {
        var byBody = index(files, Told::body);
        var byPlace = index(files, Told::place);
        var looks = database.read(db -> db.sql("select first_body, second_body, likeness, because from duplicate_looks")
                .query((row, _) -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getString(4)))
                .list());
        var ignored = database.read(db -> db.sql("select first_place, second_place from duplicate_ignored")
                .query((row, _) -> new Row(row.getString(1), row.getString(2), "", ""))
                .list());
        var evidence = new ArrayList<Evidence>();
        for (var row : looks) {
            if (byBody.containsKey(row.first()) && byBody.containsKey(row.second())) {
                evidence.add(new Looked(
                        byBody.get(row.first()),
                        byBody.get(row.second()),
                        Likeness.valueOf(row.likeness()),
                        row.because()));
            }
        }
        for (var row : ignored) {
            if (byPlace.containsKey(row.first()) && byPlace.containsKey(row.second())) {
                evidence.add(new NotDuplicates(byPlace.get(row.first()), byPlace.get(row.second())));
            }
        }
        return evidence;
    }

    private interface Key {
        String of(LibraryFile file);
    }

    private static Map<String, Long> index(List<LibraryFile> files, Key key) {
        var index = new HashMap<String, Long>();
        files.forEach(file -> index.put(key.of(file), file.id()));
        return index;
    }

    private static Map<String, String> inOrder(String one, String other) {
        return one.compareTo(other) <= 0
                ? Map.of("first", one, "second", other)
                : Map.of("first", other, "second", one);
    }

    private static String body(LibraryFile file) {
        return hash("%s %d %d %d"
                .formatted(
                        file.slot(),
                        file.key().inode(),
                        file.bytes(),
                        file.modified().toEpochMilli()));
    }

    private static String place(LibraryFile file) {
        return hash(file.slot() + " " + file.path());
    }

    static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
