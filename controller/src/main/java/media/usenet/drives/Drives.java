package media.usenet.drives;

import java.util.List;
import media.usenet.event.EventLog;
import media.usenet.pool.Slots;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.smart.SmartWatch;

/// All that can be asked about drives, while they are looked after.
record Drives(
        Roster roster,
        SlotBoard board,
        SlotKeeper keeper,
        Slots slots,
        Capacity capacity,
        DriveNames names,
        DriveList list,
        AddDrive add,
        FormatDrive format,
        Eject eject,
        DriveCommands commands,
        Identify identify,
        Who who,
        StorageStatus status,
        DriveHealth health,
        Doctor doctor,
        SmartWatch smart,
        DriveWatch watch) {

    EventLog<DriveEvent> events() {
        return board.events();
    }

    /// The slots of those names that are mounted; all that are, where no names are given.
    ///
    /// @throws ProblemException `DRIVE_NOT_FOUND`, `DRIVE_AMBIGUOUS`, `DRIVE_NOT_MOUNTED`
    List<KnownSlot> mounted(List<String> drives) {
        if (drives.isEmpty()) {
            return roster.all().stream().filter(this::isMounted).toList();
        }
        var slots = drives.stream().map(names::slot).toList();
        slots.stream().filter(slot -> !isMounted(slot)).findFirst().ifPresent(slot -> {
            throw new ProblemException(
                    Problem.DRIVE_NOT_MOUNTED,
                    "slot %s is not mounted".formatted(slot.slot()),
                    "usenet storage mount " + slot.slot());
        });
        return slots;
    }

    private boolean isMounted(KnownSlot slot) {
        return board.state(slot.slot()).filter(SlotState::readable).isPresent();
    }
}
