package media.usenet.drives;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import media.usenet.effect.Change;
import media.usenet.effect.Effect;
import media.usenet.effect.Steps;
import media.usenet.effect.Steps.Timed;
import media.usenet.health.Finding;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.MountCalls;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Makes a drive's lamp blink, by reading from it in bursts: the one signal that every enclosure shows.
final class Identify {

    private static final int BLOCK_BYTES = 4096;
    private static final int BURST = 256;
    private static final Duration DARK = Duration.ofMillis(500);
    private static final int LONGEST_SECONDS = 300;

    private final Attendance attendance;
    private final MountCalls calls;
    private final Workers workers;

    Identify(Attendance attendance, MountCalls calls, Workers workers) {
        this.attendance = attendance;
        this.calls = calls;
        this.workers = workers;
    }

    Change preview(Present drive, int seconds) {
        return new Change(
                "identify",
                drive.title(),
                null,
                List.of("read from it for %d s, so that its lamp blinks; nothing is written".formatted(seconds)),
                List.of(),
                "usenet storage identify");
    }

    /// An outcome, and which drive it is.
    record Identified(
            String slot,
            SlotState state,
            String text,
            @Nullable Boolean safeToRemove,
            List<Timed> steps,
            List<Effect.Holder> holders,
            List<Finding> findings,
            Drive drive) {}

    /// @param port how it is attached
    record Drive(@Nullable String model, @Nullable String serial, long sizeBytes, String port) {}

    /// @throws ProblemException `DRIVE_NOT_READ`, `DRIVE_HANGS`
    Identified apply(Present drive, int seconds) {
        var steps = Steps.fromNow();
        int span = Math.clamp(seconds, 1, LONGEST_SECONDS);
        workers.ask("reading from " + drive.title(), Duration.ofSeconds(span + 30), () -> {
            steps.run("blink", () -> blink(drive, Duration.ofSeconds(span)));
            return drive;
        });
        var device = drive.device();
        var text = "%s was read from for %d s".formatted(drive.title(), span);
        return new Identified(
                device.name(),
                SlotState.ONLINE,
                text,
                null,
                steps.all(),
                List.of(),
                List.of(),
                new Drive(device.model(), device.serial(), device.sizeBytes(), device.transport()));
    }

    private void blink(Present drive, Duration span) {
        long end = System.nanoTime() + span.toNanos();
        var node = attendance.node(drive.device());
        long blocks = Math.max(1, drive.device().sizeBytes() / BLOCK_BYTES);
        try {
            for (long at = 0; System.nanoTime() - end < 0; at += BURST) {
                for (long block = at; block < at + BURST; block++) {
                    calls.readBlock(node, block % blocks);
                }
                LockSupport.parkNanos(DARK.toNanos());
            }
        } catch (ErrnoException e) {
            throw new ProblemException(
                    Problem.DRIVE_NOT_READ,
                    "cannot read from %s: %s".formatted(drive.title(), e.getMessage()),
                    "check its cable and power",
                    e);
        }
    }
}
