package media.usenet.staging;

import java.nio.file.Path;
import java.util.List;
import media.usenet.archive.Manifest.DatabaseEntry;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;

/// What is told of files that could not be copied as they should.
record Remarks(List<Finding> findings) {

    void vanished(Path file) {
        findings.add(new Finding(
                "BACKUP_FILE_VANISHED",
                Severity.NOTICE,
                file + " went away while the backup was made",
                "nothing, unless it should be there"));
    }

    void unreadable(Path file, Exception e) {
        findings.add(new Finding(
                "BACKUP_FILE_UNREADABLE",
                Severity.ERROR,
                "%s cannot be read, and is not in the backup: %s".formatted(file, e.getMessage()),
                "check its permissions and its disk, then back up again"));
    }

    void changing(Path file) {
        findings.add(new Finding(
                "BACKUP_FILE_CHANGING",
                Severity.WARNING,
                "%s was written each time it was copied; what is in the backup may be half of it".formatted(file),
                "if it matters, put it under x-stack.backup.hold of its service"));
    }

    void unsound(DatabaseEntry database) {
        findings.add(new Finding(
                "BACKUP_DATABASE_UNSOUND",
                Severity.ERROR,
                "%s is in the backup as it is, and SQLite finds it damaged: %s"
                        .formatted(database.path(), database.integrity()),
                "stop its service and restore it from an earlier backup, or repair it with the application's"
                        + " own tools"));
    }

    void notHeld(Found file) {
        findings.add(new Finding(
                "BACKUP_NOT_HELD",
                Severity.ERROR,
                "%s can only be copied while %s does not write, and it cannot be held: it is not in the backup"
                        .formatted(file.file(), file.subject()),
                "stop %s, back up, and start it again".formatted(file.subject())));
    }
}
