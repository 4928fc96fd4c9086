package media.usenet.encoders;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.FFmpegOutcome;
import media.usenet.ffmpeg.FFmpegRun;
import media.usenet.ffmpeg.MediaInput;
import media.usenet.ffmpeg.Progress;
import media.usenet.ffmpeg.Scratch;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.sandbox.Cell;
import media.usenet.sandbox.Limits;

/// Encodes for a few seconds and tells how many frames that were.
///
/// What is encoded moves and has grain, like film: a fractal that is zoomed into, under noise. It is decoded
/// from a file that is repeated, since making it takes longer than encoding it.
final class Measurement {

    private static final Duration PREPARED = Duration.ofMinutes(3);
    private static final int FRAMES = 48;

    private final FFmpeg ffmpeg;
    private final Path work;

    Measurement(FFmpeg ffmpeg, Path work) {
        this.ffmpeg = ffmpeg;
        this.work = work;
    }

    Scratch scratch() {
        return Scratch.below(work);
    }

    /// Two seconds of film of that size.
    Path film(Path folder, int width, int height) throws InterruptedException {
        var film = folder.resolve("film-%d.mkv".formatted(height));
        var arguments = List.of(
                "-v",
                "warning",
                "-f",
                "lavfi",
                "-i",
                "mandelbrot=s=%dx%d:r=24:start_scale=0.5:end_scale=0.05,noise=alls=12:allf=t".formatted(width, height),
                "-frames:v",
                String.valueOf(FRAMES),
                "-pix_fmt",
                "yuv420p",
                "-c:v",
                "libx264",
                "-preset",
                "ultrafast",
                "-crf",
                "16",
                MediaInput.name(film));
        var outcome = run(arguments, new Cell(folder, List.of(), List.of(), Limits.USUAL), Map.of(), PREPARED, _ -> {});
        if (outcome instanceof FFmpegOutcome.Succeeded) {
            return film;
        }
        throw failed("no film of %d lines could be made".formatted(height), outcome);
    }

    /// @param span after which it is ended; what was encoded until then counts
    /// @throws ProblemException `BENCHMARK_FAILED`
    Pace encode(Rung rung, FFmpegBuild build, Path film, Duration span) throws InterruptedException {
        var input = ffmpeg.probe(film).film().orElseThrow();
        var chain = rung.chain(input, build);
        var arguments = new ArrayList<>(List.of("-v", "warning"));
        arguments.addAll(chain.devices());
        arguments.addAll(chain.decoding());
        arguments.addAll(List.of("-stream_loop", "-1"));
        arguments.addAll(MediaInput.of(film).arguments());
        arguments.addAll(chain.output("v"));
        arguments.addAll(List.of("-f", "null", "-"));
        var pace = new Pace();
        try (var scratch = scratch()) {
            var cell = new Cell(scratch.folder(), List.of(film), rung.device().nodes(), Limits.USUAL.withNiceness(0));
            var outcome = run(arguments, cell, rung.environment(), span, pace);
            if (outcome instanceof FFmpegOutcome.Failed) {
                throw failed(rung.name() + " failed", outcome);
            }
            return pace;
        }
    }

    private FFmpegOutcome run(
            List<String> arguments, Cell cell, Map<String, String> environment, Duration limit, Consumer<Progress> seen)
            throws InterruptedException {
        return ffmpeg.run(new FFmpegRun(arguments, cell, environment, limit, limit, 0), seen, _ -> {});
    }

    private static ProblemException failed(String what, FFmpegOutcome outcome) {
        var reason = outcome instanceof FFmpegOutcome.Failed failed
                ? "%s (%s)".formatted(failed.kind(), failed.reason())
                : "it took too long";
        return new ProblemException(
                Problem.BENCHMARK_FAILED,
                "%s: %s".formatted(what, reason),
                "see what GET /v1/encoders says of it, and prove it anew: POST /v1/encoders/probe");
    }
}
