package media.usenet.restore;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import media.usenet.archive.Manifest;
import media.usenet.archive.Manifest.Entry;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.sqlite.SqliteFacts;

/// Whether the databases that were unpacked can be read to their end.
final class Soundness {

    private Soundness() {}

    /// @throws ProblemException `BACKUP_DAMAGED` with each that was sound when it was taken, and no longer is
    static void require(Manifest manifest, Path folder, List<Entry> entries) {
        var flaws = new ArrayList<Flaw>();
        for (var database : manifest.databases()) {
            boolean here = entries.stream().anyMatch(entry -> entry.path().equals(database.path()));
            if (here && database.sound()) {
                integrity(folder.resolve(database.path()), database.path(), flaws);
            }
        }
        if (!flaws.isEmpty()) {
            throw new ProblemException(
                    Problem.BACKUP_DAMAGED,
                    "databases of this backup are damaged; nothing was changed",
                    "take another backup: usenet backup list",
                    flaws);
        }
    }

    private static void integrity(Path file, String path, List<Flaw> flaws) {
        try {
            var facts = SqliteFacts.of(file);
            if (!facts.sound()) {
                flaws.add(new Flaw(path, "damaged", facts.integrity()));
            }
        } catch (SQLException e) {
            flaws.add(new Flaw(path, "damaged", String.valueOf(e.getMessage())));
        }
    }
}
