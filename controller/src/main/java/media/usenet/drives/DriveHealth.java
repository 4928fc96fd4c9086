package media.usenet.drives;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import media.usenet.effect.Change;
import media.usenet.effect.Effect;
import media.usenet.effect.Steps;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.smart.FileSystemErrors;
import media.usenet.smart.SmartFindings;
import media.usenet.smart.SmartReading;
import media.usenet.smart.SmartReport.Answered;
import media.usenet.smart.SmartReport.Verdict;
import media.usenet.smart.SmartTarget;
import media.usenet.smart.SmartWatch;
import media.usenet.smart.Smartctl;
import media.usenet.smart.Smartctl.Length;
import org.jspecify.annotations.Nullable;

/// How the drives fare: what they say of themselves, and the errors that the kernel counted.
final class DriveHealth {

    private final Roster roster;
    private final Attendance attendance;
    private final SlotBoard board;
    private final SmartWatch watch;
    private final Smartctl smartctl;
    private final FileSystemErrors errors;

    DriveHealth(
            Roster roster,
            Attendance attendance,
            SlotBoard board,
            SmartWatch watch,
            Smartctl smartctl,
            FileSystemErrors errors) {
        this.roster = roster;
        this.attendance = attendance;
        this.board = board;
        this.watch = watch;
        this.smartctl = smartctl;
        this.errors = errors;
    }

    /// @param device the whole disk's name now
    /// @param wearPercent of the writes it was built for
    /// @param fileSystemErrors counted by the kernel; null where it counts none
    /// @param because why the verdict is not simply that it passed
    record Drive(
            String slot,
            @Nullable String device,
            @Nullable String model,
            @Nullable String serial,
            Verdict smart,
            @Nullable Long temperatureCelsius,
            @Nullable Long powerOnHours,
            @Nullable Long wearPercent,
            @Nullable Long reallocatedSectors,
            @Nullable Long pendingSectors,
            @Nullable Long fileSystemErrors,
            @Nullable String because) {}

    record Report(List<Drive> drives, List<Finding> findings) {}

    /// @param only null for all
    Report report(@Nullable KnownSlot only) {
        var readings = watch.latest().stream()
                .filter(reading ->
                        only == null || only.slot().equals(reading.target().slot()))
                .toList();
        var drives = roster.all().stream()
                .filter(slot -> slot.drive() != null && (only == null || only.equals(slot)))
                .map(slot -> drive(slot, readings))
                .toList();
        var findings = new ArrayList<>(SmartFindings.of(readings));
        drives.stream().flatMap(drive -> errors(drive).stream()).forEach(findings::add);
        return new Report(drives, findings);
    }

    Change previewTest(KnownSlot slot, String kind) {
        target(slot);
        return new Change(
                "health --test",
                slot.title(),
                slot.slot(),
                List.of("start the drive's own %s self-test; it goes on working meanwhile".formatted(length(kind))),
                List.of(),
                "usenet storage health %s --test %s".formatted(slot.slot(), kind));
    }

    Effect test(KnownSlot slot, String kind) {
        var steps = Steps.fromNow();
        var target = target(slot);
        steps.run("start", () -> smartctl.selfTest(target, length(kind)));
        var state = board.state(slot.slot()).orElse(SlotState.ONLINE);
        var text = "the %s self-test of %s is running; its result stands in: usenet storage health %s"
                .formatted(kind, slot.slot(), slot.slot());
        return Effect.of(slot.slot(), state, text, steps, List.of());
    }

    private Drive drive(KnownSlot slot, List<SmartReading> readings) {
        var fingerprint = Objects.requireNonNull(slot.drive());
        var device = board.status(slot.slot()).map(SlotStatus::device).orElse(null);
        var reading = readings.stream()
                .filter(each -> slot.slot().equals(each.target().slot()))
                .findFirst();
        var known = reading.map(SmartReading::known);
        var because = reading.map(each -> each.latest().because()).orElse(null);
        return new Drive(
                slot.slot(),
                reading.map(each -> each.target().device()).orElse(device),
                fingerprint.model(),
                fingerprint.serial(),
                reading.map(each -> each.latest().verdict()).orElse(Verdict.UNKNOWN),
                known.map(Answered::temperature).map(heat -> heat.celsius()).orElse(null),
                known.map(Answered::powerOnHours).orElse(null),
                known.map(Answered::wearPercent).orElse(null),
                known.map(Answered::errors).map(all -> all.reallocatedSectors()).orElse(null),
                known.map(Answered::errors).map(all -> all.pendingSectors()).orElse(null),
                device == null
                        ? null
                        : errors.of(
                                fingerprint.id().type(),
                                device,
                                fingerprint.id().uuid()),
                reading.isPresent() ? because : device == null ? "the drive is not there" : "not asked yet");
    }

    private static Optional<Finding> errors(Drive drive) {
        var count = drive.fileSystemErrors();
        return count == null || count == 0
                ? Optional.empty()
                : Optional.of(new Finding(
                        "FILE_SYSTEM_ERRORS",
                        Severity.WARNING,
                        "the kernel counted %d errors in the file system of %s".formatted(count, drive.slot()),
                        "eject it, and check it on its own: usenet storage eject " + drive.slot()));
    }

    private SmartTarget target(KnownSlot slot) {
        return SmartTargets.of(slot, attendance)
                .orElseThrow(() -> new ProblemException(
                        Problem.DRIVE_NOT_FOUND,
                        "the drive of slot %s is not there".formatted(slot.slot()),
                        "plug it in, then try again"));
    }

    private static Length length(String kind) {
        return switch (kind) {
            case "short" -> Length.SHORT;
            case "long" -> Length.LONG;
            default ->
                throw new ProblemException(
                        Problem.INVALID_REQUEST,
                        "there is no self-test '%s'".formatted(kind),
                        "choose short (minutes) or long (hours)");
        };
    }
}
