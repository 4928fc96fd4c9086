package media.usenet.ffmpeg;

import java.time.Duration;
import java.util.Optional;
import media.usenet.ffmpeg.FFmpegOutcome.Why;

/// Judges whether a run may go on: whether it still moves, has time left, and room on the disk. Times are
/// `nanoTime`.
final class Watch {

    record Verdict(Why why, String reason) {}

    private final FFmpegRun run;
    private final long started;
    private Progress last = Progress.NONE;
    private long moved;

    Watch(FFmpegRun run, long started) {
        this.run = run;
        this.started = started;
        this.moved = started;
    }

    /// FFmpeg from 7 on goes on reporting while it hangs: only figures that change are progress.
    synchronized void saw(Progress progress, long now) {
        if (progress.frame() != last.frame()
                || !progress.at().equals(last.at())
                || progress.bytes() != last.bytes()
                || progress.ended()) {
            moved = now;
        }
        last = progress;
    }

    synchronized Progress last() {
        return last;
    }

    synchronized Optional<Verdict> verdict(long now, long freeBytes) {
        if (now - started >= run.limit().toNanos()) {
            return Optional.of(new Verdict(Why.TIME_LIMIT, "it took longer than " + words(run.limit())));
        }
        if (now - moved >= run.stall().toNanos()) {
            return Optional.of(new Verdict(Why.STALLED, "it made no progress for " + words(run.stall())));
        }
        if (freeBytes < run.diskFloor()) {
            var megabytes = "%,d MB are free in %s, fewer than the %,d MB that must stay"
                    .formatted(freeBytes / 1_000_000, run.cell().work(), run.diskFloor() / 1_000_000);
            return Optional.of(new Verdict(Why.DISK_FLOOR, megabytes));
        }
        return Optional.empty();
    }

    private static String words(Duration span) {
        return span.toSeconds() >= 120 ? span.toMinutes() + " minutes" : span.toSeconds() + " seconds";
    }
}
