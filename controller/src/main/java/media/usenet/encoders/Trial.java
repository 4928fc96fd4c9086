package media.usenet.encoders;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.ffmpeg.FFmpegOutcome;
import media.usenet.ffmpeg.FFmpegRun;
import media.usenet.ffmpeg.FailureKind;
import media.usenet.ffmpeg.FailureRules;
import media.usenet.ffmpeg.FailureRules.Failure;
import media.usenet.ffmpeg.Scratch;
import media.usenet.sandbox.Cell;
import media.usenet.sandbox.Limits;

/// One short run of FFmpeg in a cell like a job's, to see whether something works.
final class Trial {

    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final FFmpeg ffmpeg;
    private final Path work;

    /// @param work in which each run gets a folder of its own
    Trial(FFmpeg ffmpeg, Path work) {
        this.ffmpeg = ffmpeg;
        this.work = work;
    }

    Path work() {
        return work;
    }

    /// Runs it in a folder of its own, which is gone afterwards.
    ///
    /// @return why it does not work; empty when it does
    Optional<Failure> run(List<String> arguments, Candidate on) throws InterruptedException {
        return run(arguments, List.of(), on);
    }

    /// @param readable what it may read
    Optional<Failure> run(List<String> arguments, List<Path> readable, Candidate on) throws InterruptedException {
        try (var scratch = Scratch.below(work)) {
            var limits = Limits.USUAL.withNiceness(0).withCpu(LIMIT.multipliedBy(4));
            var cell = new Cell(scratch.folder(), readable, on.device().nodes(), limits);
            return run(arguments, cell, on.environment());
        }
    }

    /// What is unknown is tried once more, with all that FFmpeg can tell.
    Optional<Failure> run(List<String> arguments, Cell cell, Map<String, String> environment)
            throws InterruptedException {
        var failure = attempt("warning", arguments, cell, environment);
        return failure.isPresent() && failure.get().kind() == FailureKind.UNKNOWN
                ? attempt("verbose", arguments, cell, environment)
                : failure;
    }

    private Optional<Failure> attempt(String level, List<String> arguments, Cell cell, Map<String, String> environment)
            throws InterruptedException {
        var leveled = new ArrayList<>(List.of("-v", level));
        leveled.addAll(arguments);
        var run = new FFmpegRun(leveled, cell, environment, LIMIT, LIMIT, 0);
        return switch (ffmpeg.run(run, _ -> {}, _ -> {})) {
            case FFmpegOutcome.Succeeded done ->
                // It ends with 0 all the same: the job would run without what it was asked for.
                done.lastLines().stream()
                        .filter(FailureRules::unused)
                        .findFirst()
                        .map(line -> new Failure(FailureKind.BAD_COMMAND, line));
            case FFmpegOutcome.Failed failed -> Optional.of(new Failure(failed.kind(), failed.reason()));
            case FFmpegOutcome.Ended ended -> Optional.of(new Failure(FailureKind.DRIVER_ERROR, ended.reason()));
        };
    }
}
