package media.usenet.encoders;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import media.usenet.encoders.BenchmarkHistory.Figure;
import media.usenet.encoders.BenchmarkHistory.Run;
import media.usenet.event.Result;
import media.usenet.event.Step;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.host.StateFile;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.video.VideoSpec;
import media.usenet.video.VideoSpec.Depth;

/// Measures how fast this machine really encodes, and keeps what was measured.
public final class Benchmark {

    /// Lines of the picture, and how long each encoder has for it: slow ones give out nothing for many seconds.
    private static final Map<Integer, Duration> SPANS =
            Map.of(480, Duration.ofSeconds(6), 1080, Duration.ofSeconds(12), 2160, Duration.ofSeconds(30));
    static final List<Integer> LINES = List.of(480, 1080, 2160);

    private final Encoders encoders;
    private final Measurement measurement;
    private final StateFile<BenchmarkHistory> file;
    private final InstantSource clock;

    Benchmark(Encoders encoders, Measurement measurement, StateFile<BenchmarkHistory> file, InstantSource clock) {
        this.encoders = encoders;
        this.measurement = measurement;
        this.file = file;
        this.clock = clock;
    }

    public BenchmarkHistory history() {
        return file.read().orElse(new BenchmarkHistory(List.of()));
    }

    /// How many frames of that many lines an encoder makes in a second, as it was measured last; from the
    /// nearest size that was measured, by its number of pixels. Empty when nothing was.
    ///
    /// @param encoder FFmpeg's name of it
    public Optional<Double> fps(String encoder, String device, int lines) {
        return history().runs().stream()
                .flatMap(run -> run.figures().stream())
                .filter(figure ->
                        figure.encoder().equals(encoder) && figure.device().equals(device))
                .min(Comparator.comparingInt(figure -> Math.abs(figure.lines() - lines)))
                .map(figure -> figure.fps() * figure.lines() * figure.lines() / ((double) lines * lines));
    }

    /// @param lines some of [#LINES]
    /// @throws ProblemException `BENCHMARK_FAILED` when nothing could be measured
    Result run(List<Integer> lines, Consumer<Step> tell) throws InterruptedException {
        var figures = new ArrayList<Figure>();
        var failed = new ArrayList<String>();
        var machine = encoders.machine();
        try (var scratch = measurement.scratch()) {
            for (int height : lines.stream().sorted().toList()) {
                tell.accept(Step.of("film", "a film of %d lines is made".formatted(height)));
                var film = measurement.film(scratch.folder(), width(height), height);
                for (var rung : rungs(machine)) {
                    measure(rung, machine.build(), film, height, figures, failed, tell);
                }
            }
        }
        if (figures.isEmpty()) {
            throw new ProblemException(
                    Problem.BENCHMARK_FAILED,
                    "nothing could be measured: " + String.join("; ", failed),
                    "see what GET /v1/encoders says");
        }
        file.write(history()
                .with(new Run(clock.instant(), machine.build().version().name(), figures)));
        var done = figures.stream()
                .map(figure -> "%s %d".formatted(figure.encoder(), figure.lines()))
                .toList();
        return failed.isEmpty() ? Result.of(done) : Result.inPart(done, failed, partly(failed));
    }

    private void measure(
            Rung rung,
            FFmpegBuild build,
            Path film,
            int height,
            List<Figure> figures,
            List<String> failed,
            Consumer<Step> tell)
            throws InterruptedException {
        var subject = "%s %d".formatted(rung.name(), height);
        try {
            var pace = measurement.encode(rung, build, film, SPANS.getOrDefault(height, Duration.ofSeconds(12)));
            if (pace.fps() == 0) {
                failed.add(subject);
                tell.accept(Step.of(subject, "too slow to be measured in the time it had"));
                return;
            }
            figures.add(new Figure(
                    rung.encoder().name(rung.spec().codec()),
                    rung.device().id(),
                    rung.lane().name(),
                    rung.spec().codec(),
                    height,
                    pace.fps(),
                    pace.frames()));
            tell.accept(Step.of(subject, "%.1f frames a second".formatted(pace.fps())));
        } catch (ProblemException e) {
            failed.add(subject);
            tell.accept(Step.of(subject, e.detail()));
        }
    }

    private static List<Rung> rungs(Machine machine) {
        var rungs = new ArrayList<Rung>();
        for (var candidate : machine.candidates()) {
            for (var encoder : candidate.encoders()) {
                encoder.codecs().stream()
                        .sorted()
                        .forEach(codec -> machine.proof(candidate, encoder, codec, 8)
                                .filter(Proof::proved)
                                .map(proof -> new Rung(
                                        encoder,
                                        candidate.device(),
                                        VideoSpec.of(codec, 23).with(Depth.EIGHT),
                                        Machine.abilities(proof),
                                        candidate.lane(encoder),
                                        candidate.environment(),
                                        "it is measured"))
                                .ifPresent(rungs::add));
            }
        }
        return rungs;
    }

    private static int width(int height) {
        return height == 480 ? 854 : height * 16 / 9;
    }

    private static ProblemException partly(List<String> failed) {
        return new ProblemException(
                Problem.BENCHMARK_FAILED,
                "not measured: " + String.join(", ", failed),
                "see the operation's steps for each one's reason");
    }
}
