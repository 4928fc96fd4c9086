package media.usenet.drives;

import java.util.List;
import java.util.Optional;
import media.usenet.smart.SmartTarget;

/// The disks beneath the slots that can be asked how they fare.
final class SmartTargets {

    private SmartTargets() {}

    static List<SmartTarget> all(Roster roster, Attendance attendance) {
        return roster.all().stream()
                .flatMap(slot -> of(slot, attendance).stream())
                .toList();
    }

    static Optional<SmartTarget> of(KnownSlot slot, Attendance attendance) {
        var drive = slot.drive();
        return drive == null
                ? Optional.empty()
                : attendance.all().stream()
                        .filter(present -> present.holds(drive.id()))
                        .map(Present::device)
                        .map(device -> new SmartTarget(
                                slot.slot(), device.disk(), device.serial(), device.model(), device.transport()))
                        .findFirst();
    }
}
