package media.usenet.trash;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.SharedBlocks;
import media.usenet.mover.Drive;
import media.usenet.trash.Journal.State;

/// Takes one file: proved first, told to the journal, then moved by a rename that replaces nothing, and looked
/// at again.
final class Taking {

    private final String plan;
    private final Journal journal;
    private final Drive drive;
    private final Drive keeping;
    private final Witnesses witnesses;
    private final Set<Question> unasked;
    private final LastLook lastLook;
    private final Point.Reached reached;

    /// @param drive of the loser
    /// @param keeping the drive of what is kept
    /// @param unasked what the user named as not to be asked
    Taking(
            String plan,
            Journal journal,
            Drive drive,
            Drive keeping,
            Witnesses witnesses,
            Set<Question> unasked,
            LastLook lastLook,
            Point.Reached reached) {
        this.plan = plan;
        this.journal = journal;
        this.drive = drive;
        this.keeping = keeping;
        this.witnesses = witnesses;
        this.unasked = unasked;
        this.lastLook = lastLook;
        this.reached = reached;
    }

    /// @throws Refusal and nothing was done
    /// @throws IOException and the journal knows whether something is to be settled
    void take(Act act) throws IOException, Refusal {
        try (var loser = FileOnDrive.open(drive, act.loser());
                var kept = FileOnDrive.open(keeping, act.kept())) {
            prove(act, loser, kept);
            reached.at(Point.VERIFIED, act);
            witnesses.requireFree(loser.path(), unasked);
            drive.requireThere();
            keeping.requireThere();
            lastLook.at(act);
            journal.begin(act);
            reached.at(Point.BEGUN, act);
            switch (act.kind()) {
                case TRASH -> trash(act, loser, kept);
                case HARD_LINK -> link(act, loser, kept);
                case REFLINK -> share(act, loser, kept);
            }
        }
        reached.at(Point.SYNCED, act);
        journal.now(act, State.DONE);
        reached.at(Point.DONE, act);
    }

    private void prove(Act act, FileOnDrive loser, FileOnDrive kept) throws IOException, Refusal {
        var loserBefore = require(act.loser(), loser);
        var keptBefore = require(act.kept(), kept);
        if (loserBefore.sameInodeAs(keptBefore)) {
            throw new Refusal("it is a hard link of what is kept already");
        }
        Reading.prove(act.claim(), kept.path(), loser.path());
        if (!loser.stat().equals(Optional.of(loserBefore)) || !kept.stat().equals(Optional.of(keptBefore))) {
            throw new Refusal("one of the two changed while they were read");
        }
    }

    private static Stat require(Seen file, FileOnDrive place) throws IOException, Refusal {
        var now = place.stat().orElseThrow(() -> new Refusal("%s is gone since the plan".formatted(file)));
        if (!file.is(now)) {
            throw new Refusal("%s changed since the plan".formatted(file));
        }
        return now;
    }

    private void trash(Act act, FileOnDrive loser, FileOnDrive kept) throws IOException, Refusal {
        try (var entry = entry(act)) {
            reached.at(Point.ENTRY_MADE, act);
            alone(loser, () -> {
                require(act.loser(), loser);
                require(act.kept(), kept);
                loser.rename(entry);
            });
            reached.at(Point.TAKEN, act);
            if (!entry.has(act.loser())) {
                throw new Refusal("another file took its name at the last moment");
            }
            require(act.kept(), kept);
            entry.sync();
            loser.sync();
        }
    }

    /// The name means at every moment either what it meant or what is kept.
    private void link(Act act, FileOnDrive loser, FileOnDrive kept) throws IOException, Refusal {
        try (var entry = entry(act);
                var between = FileOnDrive.open(drive, act.loser().folder(), TrashFolders.between(plan, act))) {
            reached.at(Point.ENTRY_MADE, act);
            drive.run(_ -> Files.createLink(between.path(), kept.path()));
            reached.at(Point.LINK_MADE, act);
            alone(loser, () -> {
                require(act.loser(), loser);
                if (!between.has(act.kept())) {
                    throw new Refusal("what is kept was replaced at the last moment");
                }
                drive.run(_ -> between.folder().exchange(between.name(), loser.name()));
            });
            reached.at(Point.TAKEN, act);
            if (!between.has(act.loser())) {
                throw new Refusal("another file took its name at the last moment");
            }
            require(act.kept(), kept);
            between.rename(entry);
            entry.sync();
            loser.sync();
        }
    }

    /// The kernel compares them once more, and does nothing where they differ.
    private void share(Act act, FileOnDrive loser, FileOnDrive kept) throws IOException, Refusal {
        boolean same = shared(act, loser, kept);
        reached.at(Point.TAKEN, act);
        if (!same) {
            throw new Refusal("one of the two was written to at the last moment");
        }
    }

    private boolean shared(Act act, FileOnDrive loser, FileOnDrive kept) throws IOException, Refusal {
        try {
            return drive.get(_ ->
                    SharedBlocks.share(kept.path(), loser.path(), act.kept().bytes()));
        } catch (ErrnoException e) {
            switch (e.errno()) {
                case EOPNOTSUPP, ENOTTY, EINVAL ->
                    throw new Refusal("its file system cannot let two files share blocks: plan it without --reflink,"
                            + " and it becomes a hard link");
                default -> throw e;
            }
        }
    }

    private FileOnDrive entry(Act act) throws IOException, Refusal {
        var folder = TrashFolders.entry(plan, act);
        TrashFolders.make(drive, folder);
        var entry = FileOnDrive.open(drive, folder, act.loser().last());
        if (entry.stat().isPresent()) {
            entry.close();
            throw new Refusal("the trash has an entry of that name already");
        }
        return entry;
    }

    private interface Work {
        void run() throws IOException, Refusal;
    }

    /// Nobody can open the file meanwhile, so that nobody writes to what is being taken.
    private void alone(FileOnDrive file, Work work) throws IOException, Refusal {
        var lease = unasked.contains(Question.OPEN_FILES) ? null : OpenFiles.lease(file.path());
        try {
            work.run();
        } finally {
            if (lease != null) {
                lease.close();
            }
        }
    }
}
