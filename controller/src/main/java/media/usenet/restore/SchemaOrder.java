package media.usenet.restore;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import media.usenet.archive.Manifest;
import media.usenet.archive.Manifest.DatabaseEntry;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.sqlite.SqliteFacts;
import media.usenet.sqlite.SqliteFile;

/// Whether a database of a backup fits the application that is here, by how far both have migrated their tables.
public final class SchemaOrder {

    private SchemaOrder() {}

    /// An application refuses a database that a newer version of it has migrated.
    public static List<Finding> judge(Manifest manifest, List<Unit> units) {
        return manifest.databases().stream()
                .flatMap(database -> units.stream()
                        .filter(unit -> unit.covers(database.path()))
                        .findFirst()
                        .flatMap(unit -> judge(database, unit.live(database.path())))
                        .stream())
                .toList();
    }

    private static Optional<Finding> judge(DatabaseEntry then, Path live) {
        var now = schema(live);
        if (then.schema() == null || now.isEmpty() || now.get().equals(then.schema())) {
            return Optional.empty();
        }
        boolean newer = compare(then.schema(), now.get()) > 0;
        return Optional.of(
                newer
                        ? new Finding(
                                "RESTORE_SCHEMA_NEWER",
                                Severity.ERROR,
                                "%s is of a newer version of its application (%s) than the one here (%s), which would refuse it"
                                        .formatted(then.path(), then.schema(), now.get()),
                                "update the service first, or go on all the same with --force")
                        : new Finding(
                                "RESTORE_SCHEMA_OLDER",
                                Severity.NOTICE,
                                "%s goes back from %s to %s; its application migrates it again"
                                        .formatted(then.path(), now.get(), then.schema()),
                                "nothing"));
    }

    /// Through a copy: the application may be writing it.
    private static Optional<String> schema(Path live) {
        if (!Files.exists(live)) {
            return Optional.empty();
        }
        try {
            return SqliteFacts.schemaOf(new SqliteFile(live));
        } catch (SQLException _) {
            // A database that cannot be read is a reason to restore it, not one against.
            return Optional.empty();
        }
    }

    /// Numbers by their value, everything else by its letters: migrations are named after dates.
    static int compare(String one, String other) {
        var first = one.substring(one.indexOf(' ') + 1);
        var second = other.substring(other.indexOf(' ') + 1);
        return first.matches("\\d{1,18}") && second.matches("\\d{1,18}")
                ? Long.compare(Long.parseLong(first), Long.parseLong(second))
                : first.compareTo(second);
    }
}
