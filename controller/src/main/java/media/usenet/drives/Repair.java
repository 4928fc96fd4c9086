package media.usenet.drives;

import java.nio.file.Path;
import java.time.Duration;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.ProcessRunner;
import org.jspecify.annotations.Nullable;

/// Sets right a file system that says of itself that it is damaged, as far as its own tools do that without asking.
/// What
/// they leave is mounted read-only.
final class Repair {

    private static final Duration LIMIT = Duration.ofHours(2);
    /// 0 for nothing to do, 1 for all corrected; e2fsck(8), fsck.exfat(8) and fsck.fat(8) agree on that.
    private static final int REPAIRED = 1;

    private final ProcessRunner programs;

    Repair(ProcessRunner programs) {
        this.programs = programs;
    }

    /// @return why the drive must be mounted read-only; null when it is clean or was made so
    @Nullable
    String objection(Present drive, Path device, MountRule rule) {
        var content = drive.fileSystem();
        // What was not unmounted cleanly and has a journal is set right by the mount itself.
        boolean unfinished = content.dirty()
                && !content.type().startsWith("ext")
                && !content.type().equals("btrfs");
        if (drive.device().readOnly() || (!content.errors() && !unfinished)) {
            return null;
        }
        if (content.type().equals("ntfs")) {
            return "Windows did not finish with it: start Windows, shut it down fully, then plug the drive in again";
        }
        var argv = rule.repair(device.toString());
        return argv.isPresent() ? run(Command.of(LIMIT, argv.get())) : "its file system notes errors";
    }

    private @Nullable String run(Command command) {
        return switch (programs.run(command)) {
            case Outcome.Exited exited when exited.code() <= REPAIRED -> null;
            case Outcome.Exited exited ->
                "%s could not repair it by itself (exit %d); run it by hand"
                        .formatted(command.program(), exited.code());
            case Outcome.TimedOut _ -> "%s did not end in two hours".formatted(command.program());
            case Outcome.NotFound _ ->
                "it is marked as damaged, and there is no %s to repair it".formatted(command.program());
        };
    }
}
