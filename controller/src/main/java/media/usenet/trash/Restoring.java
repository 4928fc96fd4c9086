package media.usenet.trash;

import java.io.IOException;
import java.nio.file.Files;
import media.usenet.mover.Drive;

/// Gives a file its place back, wherever between its place and the trash it is. Can be broken off and begun
/// anew.
final class Restoring {

    private final String plan;
    private final Drive drive;
    private final Point.Reached reached;

    Restoring(String plan, Drive drive, Point.Reached reached) {
        this.plan = plan;
        this.drive = drive;
        this.reached = reached;
    }

    /// @throws Refusal and it is in the trash, whole
    void restore(Act act) throws IOException, Refusal {
        if (act.kind() == Act.Kind.REFLINK) {
            // It never was another file, and blocks come apart when one is written to.
            return;
        }
        TrashFolders.make(drive, act.loser().folder());
        TrashFolders.make(drive, TrashFolders.entry(plan, act));
        try (var place = FileOnDrive.open(drive, act.loser());
                var between = FileOnDrive.open(drive, act.loser().folder(), TrashFolders.between(plan, act));
                var entry = FileOnDrive.open(
                        drive, TrashFolders.entry(plan, act), act.loser().last())) {
            restore(act, place, between, entry);
            place.sync();
            entry.sync();
        }
        TrashFolders.dropEmpty(drive, TrashFolders.entry(plan, act));
    }

    private void restore(Act act, FileOnDrive place, FileOnDrive between, FileOnDrive entry)
            throws IOException, Refusal {
        var loser = act.loser();
        if (!place.has(loser) && entry.has(loser)) {
            bringBeside(act, place, between, entry);
        }
        if (!place.has(loser) && between.has(loser)) {
            giveName(act, place, between, entry);
        }
        if (!place.has(loser)) {
            throw new Refusal("%s is neither at its place nor in the trash: look at the drive".formatted(loser));
        }
        dropLink(act, between);
        reached.at(Point.RESTORED, act);
    }

    /// Next to its place, so that one step gives it back its name.
    private void bringBeside(Act act, FileOnDrive place, FileOnDrive between, FileOnDrive entry)
            throws IOException, Refusal {
        requireOurs(act, place);
        dropLink(act, between);
        entry.rename(between);
        reached.at(Point.UNDO_LINK_MADE, act);
    }

    private void giveName(Act act, FileOnDrive place, FileOnDrive between, FileOnDrive entry)
            throws IOException, Refusal {
        if (place.stat().isEmpty()) {
            between.rename(place);
            return;
        }
        if (act.kind() == Act.Kind.HARD_LINK && place.has(act.kept())) {
            drive.run(_ -> between.folder().exchange(between.name(), place.name()));
            return;
        }
        between.rename(entry);
        throw taken(act);
    }

    private static void requireOurs(Act act, FileOnDrive place) throws IOException, Refusal {
        boolean ours = place.stat().isEmpty() || (act.kind() == Act.Kind.HARD_LINK && place.has(act.kept()));
        if (!ours) {
            throw taken(act);
        }
    }

    private static Refusal taken(Act act) {
        return new Refusal("another file is named %s now; move that away, then undo again".formatted(act.loser()));
    }

    /// A further name of what is kept, and never its last one.
    private void dropLink(Act act, FileOnDrive between) throws IOException {
        var now = between.stat();
        if (now.isPresent()
                && now.get().inode() == act.kept().inode()
                && now.get().links() > 1) {
            drive.run(_ -> Files.delete(between.path()));
        }
    }
}
