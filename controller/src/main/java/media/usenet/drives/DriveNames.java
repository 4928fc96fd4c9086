package media.usenet.drives;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.superblock.Content;
import org.jspecify.annotations.Nullable;

/// Finds what a person means by a drive's name: its slot, the beginning of its UUID, its label or its serial number.
/// The
/// kernel's names are refused: they mean another drive tomorrow.
final class DriveNames {

    private static final Pattern OF_THE_KERNEL =
            Pattern.compile("(/dev/)?((sd|vd|xvd|hd)[a-z]+\\d*|(nvme|mmcblk|loop|sr|md|dm-|zram)\\d.*)");
    private static final int SHORTEST_PREFIX = 4;

    private final Roster roster;
    private final Attendance attendance;

    DriveNames(Roster roster, Attendance attendance) {
        this.roster = roster;
        this.attendance = attendance;
    }

    /// @throws ProblemException `DRIVE_NOT_FOUND`, `DRIVE_AMBIGUOUS`
    KnownSlot slot(String name) {
        var exact = roster.find(name);
        return exact.orElseGet(() -> one(name, roster.all(), slot -> means(name, slot), DriveNames::title, "slot"));
    }

    /// A device that is here now. A slot's name means the drive that is in it.
    ///
    /// @throws ProblemException `DRIVE_NOT_FOUND`, `DRIVE_AMBIGUOUS`
    Present device(String name) {
        var ofSlot =
                roster.find(name).map(KnownSlot::drive).filter(Objects::nonNull).map(Fingerprint::id);
        return one(
                name,
                attendance.all(),
                drive -> ofSlot.isPresent() ? drive.holds(ofSlot.get()) : means(name, drive),
                DriveNames::title,
                "drive");
    }

    private static <D> D one(
            String name, List<D> all, Function<D, Boolean> means, Function<D, String> title, String kind) {
        if (OF_THE_KERNEL.matcher(name).matches()) {
            throw new ProblemException(
                    Problem.DRIVE_NOT_FOUND,
                    "'%s' names a device of this moment, which may be another drive tomorrow".formatted(name),
                    "name it by slot, UUID, label or serial number: usenet storage discover --all");
        }
        var found = all.stream().filter(means::apply).toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw new ProblemException(
                    Problem.DRIVE_NOT_FOUND,
                    "there is no %s '%s'".formatted(kind, name),
                    kind.equals("slot") ? "usenet storage list" : "usenet storage discover --all");
        }
        var candidates = new ArrayList<Flaw>();
        found.forEach(drive -> candidates.add(new Flaw(kind, "", title.apply(drive))));
        throw new ProblemException(
                Problem.DRIVE_AMBIGUOUS,
                "'%s' means %d drives".formatted(name, found.size()),
                "use more of its UUID, or its serial number",
                candidates);
    }

    private static boolean means(String name, KnownSlot slot) {
        var drive = slot.drive();
        return drive == null
                ? name.equals(String.valueOf(slot.folder()))
                : means(name, Optional.of(drive.id()), drive.label(), drive.serial());
    }

    private static boolean means(String name, Present drive) {
        var label = drive.content() instanceof Content.FileSystem found ? found.label() : "";
        return means(name, drive.id(), label, drive.device().serial())
                || name.equals(drive.device().backing());
    }

    private static boolean means(String name, Optional<DriveId> id, String label, @Nullable String serial) {
        return name.equals(label)
                || name.equalsIgnoreCase(serial)
                || id.filter(drive -> begins(drive, name)).isPresent();
    }

    private static boolean begins(DriveId id, String name) {
        var lower = name.toLowerCase(Locale.ROOT);
        return name.length() >= SHORTEST_PREFIX
                && (id.uuid().toLowerCase(Locale.ROOT).startsWith(lower)
                        || id.toString().toLowerCase(Locale.ROOT).equals(lower));
    }

    private static String title(KnownSlot slot) {
        return "slot " + slot.slot() + ", " + slot.title();
    }

    private static String title(Present drive) {
        var id = drive.id().map(DriveId::toString).orElse("no file system");
        return "%s, %s, %d bytes".formatted(drive.title(), id, drive.device().sizeBytes());
    }
}
