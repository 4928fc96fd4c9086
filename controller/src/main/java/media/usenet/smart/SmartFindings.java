package media.usenet.smart;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.smart.SmartReport.Answered;
import media.usenet.smart.SmartReport.Hanging;
import media.usenet.smart.SmartReport.NotInstalled;
import media.usenet.smart.SmartReport.SelfTest;
import org.jspecify.annotations.Nullable;

/// What the readings of the drives give cause to say. What is unknown is no finding.
public final class SmartFindings {

    private static final long WORN_PERCENT = 90;

    private SmartFindings() {}

    public static List<Finding> of(List<SmartReading> readings) {
        var all = new ArrayList<Finding>();
        if (readings.stream().anyMatch(reading -> reading.latest() instanceof NotInstalled)) {
            all.add(new Finding(
                    "SMARTCTL_MISSING",
                    Severity.WARNING,
                    "how the drives fare is unknown: smartctl is not installed",
                    Smartctl.INSTALL));
        }
        readings.stream().flatMap(SmartFindings::of).forEach(all::add);
        return List.copyOf(all);
    }

    private static Stream<Finding> of(SmartReading reading) {
        var drive = reading.target();
        var known = reading.known();
        var findings = new ArrayList<Optional<Finding>>();
        if (reading.latest() instanceof Hanging hanging) {
            findings.add(Optional.of(hanging(drive, hanging)));
        }
        if (reading.latest() instanceof Answered now) {
            findings.add(DriveHeat.of(now).finding(drive));
        }
        if (known != null) {
            findings.add(verdict(drive, known));
            findings.add(unreadable(drive, known));
            findings.add(mediaErrors(drive, known));
            findings.add(selfTest(drive, known));
            findings.add(wear(drive, known));
            findings.add(replaced(drive, known));
            findings.add(cable(drive, known));
        }
        return findings.stream().flatMap(Optional::stream);
    }

    private static Finding hanging(SmartTarget drive, Hanging hanging) {
        return new Finding(
                "DRIVE_HANGS",
                Severity.ERROR,
                "%s hangs: %s".formatted(drive.name(), hanging.because()),
                "check its cable and power, then pull it and put it back");
    }

    private static Optional<Finding> verdict(SmartTarget drive, Answered known) {
        return switch (known.verdict()) {
            case FAILING ->
                Optional.of(new Finding(
                        "SMART_FAILING",
                        Severity.ERROR,
                        "%s says that it is failing: %s".formatted(drive.name(), known.because()),
                        rescue(drive) + ", then replace it"));
            case PREFAIL ->
                Optional.of(new Finding(
                        "SMART_PREFAIL",
                        Severity.WARNING,
                        "%s foretells its failure: %s".formatted(drive.name(), known.because()),
                        rescue(drive) + ", and plan to replace it"));
            case PASSED, STANDBY, UNKNOWN -> Optional.empty();
        };
    }

    private static String rescue(SmartTarget drive) {
        return drive.slot() == null
                ? "copy what you need from it now"
                : "copy what you need from it now: usenet storage pool drain %s or any copy".formatted(drive.slot());
    }

    /// Drives count a sector in both ways, so the larger number is the better one, not the sum.
    private static Optional<Finding> unreadable(SmartTarget drive, Answered known) {
        var sectors = Math.max(
                count(known.errors().pendingSectors()), count(known.errors().offlineUncorrectable()));
        return finding(
                sectors > 0,
                "SMART_PENDING_SECTORS",
                Severity.WARNING,
                "%s cannot read %d of its sectors".formatted(drive.name(), sectors),
                rescue(drive) + "; a long self-test shows whether they stay unreadable");
    }

    private static Optional<Finding> mediaErrors(SmartTarget drive, Answered known) {
        var errors = count(known.errors().mediaErrors());
        return finding(
                errors > 0,
                "SMART_MEDIA_ERRORS",
                Severity.WARNING,
                "%s could not read or write its media %d times".formatted(drive.name(), errors),
                rescue(drive));
    }

    private static Optional<Finding> selfTest(SmartTarget drive, Answered known) {
        return finding(
                known.selfTest().state() == SelfTest.State.FAILED,
                "SMART_SELF_TEST_FAILED",
                Severity.ERROR,
                "%s failed its self-test: %s"
                        .formatted(drive.name(), known.selfTest().text()),
                rescue(drive) + ", then replace it");
    }

    private static Optional<Finding> wear(SmartTarget drive, Answered known) {
        return finding(
                count(known.wearPercent()) >= WORN_PERCENT,
                "SMART_WORN",
                Severity.WARNING,
                "%s has used %d %% of the writes it was built for".formatted(drive.name(), known.wearPercent()),
                "plan to replace it; see that what is on it exists elsewhere");
    }

    private static Optional<Finding> replaced(SmartTarget drive, Answered known) {
        var sectors = count(known.errors().reallocatedSectors());
        return finding(
                sectors > 0,
                "SMART_REALLOCATED_SECTORS",
                Severity.NOTICE,
                "%s has replaced %d bad sectors by spare ones".formatted(drive.name(), sectors),
                "watch whether the number grows; nothing to do while it stays");
    }

    /// The number never falls, so it cannot mean more than a notice.
    private static Optional<Finding> cable(SmartTarget drive, Answered known) {
        var errors = count(known.errors().crcErrors());
        return finding(
                errors > 0,
                "SMART_CRC_ERRORS",
                Severity.NOTICE,
                "%d transfers to or from %s were damaged on the way".formatted(errors, drive.name()),
                "check the cable, or the bay, if the number grows");
    }

    private static Optional<Finding> finding(
            boolean found, String code, Severity severity, String text, String remedy) {
        return found ? Optional.of(new Finding(code, severity, text, remedy)) : Optional.empty();
    }

    private static long count(@Nullable Long number) {
        return number == null ? 0 : number;
    }
}
