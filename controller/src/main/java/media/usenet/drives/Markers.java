package media.usenet.drives;

import java.io.IOException;
import java.nio.file.Path;
import media.usenet.pool.SlotName;
import media.usenet.pool.Slots;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Tells a slot's own drive from copies of it, by the marker that each mount moves on.
final class Markers {

    private final Roster roster;
    private final Slots slots;
    private final RoleFolders folders;
    private final String machine;

    /// @param machine which machine this is: `/etc/machine-id`
    Markers(Roster roster, Slots slots, RoleFolders folders, String machine) {
        this.roster = roster;
        this.slots = slots;
        this.folders = folders;
        this.machine = machine;
    }

    /// Looks at a drive that is mounted where nobody sees it. A new one gets its folders here, so that they are there
    /// as soon as it is seen.
    ///
    /// @throws ProblemException `DRIVE_IS_A_COPY`
    void inspect(Path root, KnownSlot slot, Present drive, boolean readOnly) throws IOException {
        var known = known(slot);
        var marker = Marker.read(root);
        var objection = Marker.objection(marker.orElse(null), slot, known);
        if (objection.isPresent()) {
            throw new ProblemException(
                    Problem.DRIVE_IS_A_COPY,
                    "%s is not mounted in slot %s: %s".formatted(drive.title(), slot.slot(), objection.get()),
                    "if it is to take the slot's place: usenet storage add %s --slot %s"
                            .formatted(drive.title(), slot.slot()));
        }
        if (known.generation() == 0 && !readOnly) {
            folders.make(root, slot.roles());
        }
    }

    /// Moves the generation on: the drive first, so that what is written down is never ahead of its own drive.
    ///
    /// @throws ProblemException `FILE_NOT_WRITTEN`
    void mounted(String slot, Present drive, boolean readOnly) {
        roster.find(slot).map(Markers::known).ifPresent(known -> {
            long next = known.generation() + 1;
            if (!readOnly) {
                new Marker(known.id().toString(), slot, next, machine).write(slots.of(new SlotName(slot)));
            }
            var seen = Fingerprint.of(drive).atGeneration(readOnly ? known.generation() : next);
            roster.note(slot, now -> now.with(seen).wanting(Wanted.MOUNTED));
        });
    }

    private static Fingerprint known(KnownSlot slot) {
        if (slot.drive() == null) {
            throw new IllegalArgumentException("slot " + slot.slot() + " holds no drive");
        }
        return slot.drive();
    }
}
