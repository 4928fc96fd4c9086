package media.usenet.restore;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.sqlite.SqliteFile;
import media.usenet.staging.Untaken;
import media.usenet.swap.Rename;

/// By which renames a unit changes places with what lies beside it.
///
/// @param beside holds `new`, and `old` afterwards
record Exchange(Unit unit, Path beside) {

    /// To be asked when nobody writes the unit any more: only then is known what is to be kept of it.
    List<Rename> renames() {
        var fresh = beside.resolve("new").resolve(unit.path());
        var old = beside.resolve("old").resolve(unit.path());
        var renames = new ArrayList<Rename>();
        if (exists(unit.live())) {
            renames.add(new Rename(unit.live(), old));
        }
        if (!Files.isDirectory(unit.live(), LinkOption.NOFOLLOW_LINKS)) {
            companions(old).forEach(renames::add);
        }
        renames.add(new Rename(fresh, unit.live()));
        for (var untaken : untaken()) {
            if (!exists(fresh.resolve(untaken)) && canHold(fresh, untaken)) {
                renames.add(new Rename(old.resolve(untaken), unit.live().resolve(untaken)));
            }
        }
        return renames;
    }

    /// The log of the database that goes must not meet the one that comes.
    private List<Rename> companions(Path old) {
        var renames = new ArrayList<Rename>();
        for (var companion : List.of(
                new SqliteFile(unit.live()).log(),
                new SqliteFile(unit.live()).rollback(),
                unit.live().resolveSibling(unit.live().getFileName() + "-shm"))) {
            if (exists(companion)) {
                renames.add(new Rename(companion, old.resolveSibling(companion.getFileName())));
            }
        }
        return renames;
    }

    private List<Path> untaken() {
        if (unit.recipe().isEmpty()) {
            return List.of();
        }
        try {
            return Untaken.below(unit.live(), unit.recipe().get());
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.RESTORE_REFUSED,
                    "cannot read all of %s: %s".formatted(unit.live(), e),
                    "check its permissions and its disk",
                    e);
        }
    }

    /// A cache within a folder that the backup does not have stays with what was replaced.
    private static boolean canHold(Path fresh, Path untaken) {
        var parent = untaken.getParent();
        return parent == null || Files.isDirectory(fresh.resolve(parent), LinkOption.NOFOLLOW_LINKS);
    }

    private static boolean exists(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }
}
