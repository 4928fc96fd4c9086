package media.usenet.climb;

import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import media.usenet.encoders.Encoders;
import media.usenet.encoders.Ladder;
import media.usenet.encoders.Rung;
import media.usenet.ffmpeg.FFmpegOutcome;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.job.EncoderStep;
import media.usenet.job.FailureClass;
import media.usenet.video.Chain;
import media.usenet.worker.Ending;

/// Tries encoders from the best to the last, and says each step with its reason.
public final class Climb {

    private final Bench bench;
    private final Encoders encoders;

    public Climb(Bench bench, Encoders encoders) {
        this.bench = bench;
        this.encoders = encoders;
    }

    /// Runs all passes with the first encoder that does not fail by its device's fault.
    ///
    /// @param video what the encoder will see
    /// @param passes the runs to make with a chain of arguments
    /// @return the rung that did it
    /// @throws NotMade when it failed for another reason, when no rung is left, or when the next one runs in
    ///     another lane
    public Rung run(Wanted wanted, MediaFacts.Video video, Function<Chain, List<Pass>> passes)
            throws NotMade, InterruptedException {
        var machine = encoders.machine();
        var rungs = Ladder.rungs(machine, wanted.spec(), video, wanted.others(), wanted.hardware());
        double before = bench.done();
        FFmpegOutcome last = null;
        for (var rung : rungs) {
            if (bench.attempt().failedBefore(name(rung), rung.device().id())) {
                continue;
            }
            requireLane(rung);
            bench.attempt().encoder(step(rung, true, rung.because()));
            bench.backTo(before);
            last = runAll(rung, passes.apply(rung.chain(video, machine.build())));
            if (last instanceof FFmpegOutcome.Succeeded) {
                encoders.succeeded(rung);
                return rung;
            }
            if (!(last instanceof FFmpegOutcome.Failed failed) || !failed.kind().ofTheDevice()) {
                break;
            }
            giveUp(rung, failed);
        }
        if (last == null) {
            throw new NotMade(new Ending.Failed(
                    FailureClass.ENCODER,
                    "every encoder that is proved here has failed on this job before",
                    "look at the job's encoder path, then: usenet hardware encoders --probe"));
        }
        bench.must(last);
        throw new IllegalStateException("a run that succeeded was not taken for one");
    }

    private FFmpegOutcome runAll(Rung rung, List<Pass> passes) throws InterruptedException {
        FFmpegOutcome outcome = null;
        for (var pass : passes) {
            outcome = bench.run(pass, rung.device().nodes(), rung.environment());
            if (!(outcome instanceof FFmpegOutcome.Succeeded)) {
                return outcome;
            }
        }
        return Objects.requireNonNull(outcome, "a chain has at least one pass");
    }

    private void requireLane(Rung rung) throws NotMade {
        var lane = rung.lane().name();
        if (!lane.equals(bench.attempt().lane())) {
            throw new NotMade(new Ending.Elsewhere(lane, "%s on %s: %s".formatted(name(rung), lane, rung.because())));
        }
    }

    private void giveUp(Rung rung, FFmpegOutcome.Failed failed) {
        var because = "%s: %s".formatted(failed.kind(), failed.reason());
        bench.attempt().encoder(step(rung, false, because));
        encoders.failed(rung, failed.kind(), failed.reason());
    }

    private static EncoderStep step(Rung rung, boolean used, String because) {
        return new EncoderStep(name(rung), rung.device().id(), rung.lane().name(), used, because);
    }

    static String name(Rung rung) {
        return rung.encoder().name(rung.spec().codec());
    }
}
