package media.usenet.climb;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.ffmpeg.FFmpegOutcome;
import media.usenet.ffmpeg.FFmpegRun;
import media.usenet.ffmpeg.Progress;
import media.usenet.sandbox.Cell;
import media.usenet.worker.Attempt;
import org.jspecify.annotations.Nullable;

/// Where one attempt runs FFmpeg: in its own folder, confined, with its progress told as a part of the whole.
public final class Bench {

    private final FFmpeg ffmpeg;
    private final RunLimits limits;
    private final Attempt attempt;
    private final Path folder;
    private final List<Input> inputs;
    private double done;

    public Bench(FFmpeg ffmpeg, RunLimits limits, Attempt attempt, Path folder, List<Input> inputs) {
        this.ffmpeg = ffmpeg;
        this.limits = limits;
        this.attempt = attempt;
        this.folder = folder;
        this.inputs = List.copyOf(inputs);
    }

    public Path folder() {
        return folder;
    }

    public List<Input> inputs() {
        return inputs;
    }

    public Attempt attempt() {
        return attempt;
    }

    FFmpeg ffmpeg() {
        return ffmpeg;
    }

    /// Runs it, and counts its share as done when it succeeds.
    ///
    /// @param devices nodes that it may open
    /// @param environment what their driver needs
    FFmpegOutcome run(Pass pass, List<Path> devices, Map<String, String> environment) throws InterruptedException {
        attempt.log("ffmpeg " + String.join(" ", pass.arguments()));
        var cell = new Cell(folder, readable(), devices, limits.cell());
        var run = new FFmpegRun(
                pass.arguments(),
                cell,
                environment,
                limits.stall(),
                limits.time(),
                limits.diskFloor().toBytes());
        var outcome = ffmpeg.run(run, progress -> tell(progress, pass), attempt::log);
        if (outcome instanceof FFmpegOutcome.Succeeded) {
            done += pass.share();
        }
        return outcome;
    }

    /// Runs what needs no device.
    ///
    /// @throws NotMade when it does not succeed
    public void must(Pass pass) throws NotMade, InterruptedException {
        must(run(pass, List.of(), Map.of()));
    }

    /// @throws NotMade when it did not succeed
    public FFmpegOutcome.Succeeded must(FFmpegOutcome outcome) throws NotMade {
        return switch (outcome) {
            case FFmpegOutcome.Succeeded succeeded -> succeeded;
            case FFmpegOutcome.Failed failed -> throw new NotMade(Failures.of(failed));
            case FFmpegOutcome.Ended ended -> throw new NotMade(Failures.of(ended));
        };
    }

    /// How much of the whole is done, from 0 to 1: what an encoder that fails half way has to go back to.
    double done() {
        return done;
    }

    void backTo(double earlier) {
        done = earlier;
    }

    private List<Path> readable() {
        return inputs.stream().map(Input::file).distinct().toList();
    }

    private void tell(Progress progress, Pass pass) {
        double fraction = Math.min(1, done + pass.share() * progress.of(pass.length()));
        attempt.progress(new media.usenet.job.Progress(
                fraction,
                known(progress.fps()),
                known(progress.speed()),
                progress.at().toMillis(),
                left(progress, pass),
                Stream.of(progress.bytes())
                        .filter(bytes -> bytes > 0)
                        .findFirst()
                        .orElse(null)));
    }

    private static @Nullable Double known(double figure) {
        return figure > 0 ? figure : null;
    }

    /// What is left of this run; those after it are short beside it, or as long and as fast.
    private @Nullable Long left(Progress progress, Pass pass) {
        if (progress.speed() <= 0 || pass.length().isZero()) {
            return null;
        }
        var rest = pass.length().minus(progress.at());
        double thisRun = Math.max(
                0, rest.toMillis() / progress.speed() / Duration.ofSeconds(1).toMillis());
        double after = Math.max(0, 1 - done - pass.share())
                / pass.share()
                * pass.length().toSeconds()
                / progress.speed();
        return Math.round(thisRun + after);
    }
}
