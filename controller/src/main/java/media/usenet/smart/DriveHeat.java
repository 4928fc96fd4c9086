package media.usenet.smart;

import java.util.Optional;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.smart.SmartReport.Answered;
import org.jspecify.annotations.Nullable;

/// How warm a drive is, and how warm it may be: by its own limits where it tells them, else by what its kind bears.
///
/// @param celsius now; none where it does not say
record DriveHeat(@Nullable Long celsius, long warning, long critical) {

    /// Makers of hard disks allow 60 °C; flash is allowed 70 and throttles from there on.
    private static final long DISK_WARNING = 55;

    private static final long DISK_CRITICAL = 60;
    private static final long FLASH_WARNING = 70;
    private static final long FLASH_CRITICAL = 80;

    static DriveHeat of(Answered answer) {
        var flash = Boolean.FALSE.equals(answer.rotating());
        var own = answer.temperature();
        var warning = flash ? FLASH_WARNING : DISK_WARNING;
        var critical = flash ? FLASH_CRITICAL : DISK_CRITICAL;
        if (own.criticalAbove() != null) {
            critical = own.criticalAbove();
            warning = Math.min(warning, critical);
        }
        if (own.warningAbove() != null) {
            warning = own.warningAbove();
            critical = Math.max(warning, critical);
        }
        return new DriveHeat(own.celsius(), warning, critical);
    }

    Optional<Finding> finding(SmartTarget drive) {
        if (celsius == null || celsius <= warning) {
            return Optional.empty();
        }
        var hot = celsius > critical;
        return Optional.of(new Finding(
                "DRIVE_HOT",
                hot ? Severity.ERROR : Severity.WARNING,
                "%s is at %d °C; it may be at %d".formatted(drive.name(), celsius, hot ? critical : warning),
                hot ? "cool it now, or eject it: heat kills drives" : "give it more air"));
    }
}
