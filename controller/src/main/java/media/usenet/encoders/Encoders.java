package media.usenet.encoders;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import media.usenet.ffmpeg.FFmpeg;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.FailureKind;
import media.usenet.ffmpeg.MediaFacts.Video;
import media.usenet.host.StateFile;
import media.usenet.job.Lane;
import media.usenet.problem.ProblemException;
import media.usenet.video.Codec;
import media.usenet.video.VideoSpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The encoders of this machine, proved once for each FFmpeg, driver, kernel and GPU, and kept. Safe to use
/// from several threads at once.
public final class Encoders {

    private static final Logger log = LoggerFactory.getLogger(Encoders.class);

    private static final Duration BUSY = Duration.ofMinutes(5);

    private record Known(ProofBook book, FFmpegBuild build, List<Candidate> candidates, List<String> unusable) {

        Machine machine(Breaker breaker) {
            return new Machine(build, candidates, book.proofs(), unusable, breaker.open());
        }
    }

    private final FFmpeg ffmpeg;
    private final MachineReader reader;
    private final Prober prober;
    private final StateFile<ProofBook> file;
    private final InstantSource clock;
    private final Breaker breaker;
    private final Object proving = new Object();
    private volatile @Nullable Known known;
    private volatile Consumer<List<Lane>> onLanes = _ -> {};

    Encoders(FFmpeg ffmpeg, MachineReader reader, Prober prober, StateFile<ProofBook> file, InstantSource clock) {
        this.ffmpeg = ffmpeg;
        this.reader = reader;
        this.prober = prober;
        this.file = file;
        this.clock = clock;
        this.breaker = new Breaker(clock);
    }

    /// @param told the lanes, whenever it has become known what is proved; at once where it is known already
    public void whenProved(Consumer<List<Lane>> told) {
        onLanes = told;
        peek().ifPresent(machine -> told.accept(lanes(machine)));
    }

    /// All that a ladder is made from. The first call proves what is not proved yet, which takes seconds.
    ///
    /// @throws ProblemException `FFMPEG_MISSING`, `SANDBOX_MISSING`
    public Machine machine() throws InterruptedException {
        return known().machine(breaker);
    }

    /// Which encoders to try for what is wanted, best first.
    ///
    /// @param others further codecs that the user allows, in order of preference
    /// @throws ProblemException `ENCODER_NOT_PROVED`, `VIDEO_NOT_POSSIBLE`
    public List<Rung> rungs(VideoSpec wanted, Video input, List<Codec> others, HardwareWish wish)
            throws InterruptedException {
        return Ladder.rungs(machine(), wanted, input, others, wish);
    }

    /// Every lane in which something is proved; `cpu` always, since it takes what encodes nothing too.
    public List<Lane> lanes() throws InterruptedException {
        return lanes(machine());
    }

    static List<Lane> lanes(Machine machine) {
        return machine.candidates().stream()
                .flatMap(candidate -> candidate.encoders().stream()
                        .filter(encoder -> !encoder.family().hardware()
                                || machine.proofs().stream()
                                        .anyMatch(proof -> proof.proved()
                                                && proof.family() == encoder.family()
                                                && proof.device()
                                                        .equals(candidate
                                                                .device()
                                                                .id())))
                        .map(candidate::lane))
                .distinct()
                .toList();
    }

    /// Proves everything anew, and gives every device that was withdrawn another chance.
    public Machine refresh() throws InterruptedException {
        synchronized (proving) {
            breaker.reset();
            learnt(proved(ffmpeg.build(), reader.candidates()));
            return machine();
        }
    }

    /// Tells that a job failed on this rung. Failures of the device count against it; a driver's failure has it
    /// proved again before the next job.
    public void failed(Rung rung, FailureKind kind, String reason) {
        if (rung.encoder().family().hardware() && kind.ofTheDevice()) {
            log.warn("{} failed in a job: {} ({})", rung.name(), kind, reason);
            breaker.failed(rung.lane().name(), "%s: %s".formatted(kind, reason));
            if (kind == FailureKind.DRIVER_ERROR) {
                file.delete();
                known = null;
            }
        }
    }

    /// Tells that a job succeeded on this rung.
    public void succeeded(Rung rung) {
        breaker.succeeded(rung.lane().name());
    }

    /// What is known now, without proving anything: for checks, which must answer at once.
    Optional<Machine> peek() {
        var now = known;
        return now == null ? Optional.empty() : Optional.of(now.machine(breaker));
    }

    ProofBook book() throws InterruptedException {
        return known().book();
    }

    private Known known() throws InterruptedException {
        var now = known;
        if (now != null && !stale(now.book())) {
            return now;
        }
        synchronized (proving) {
            now = known;
            if (now == null || stale(now.book())) {
                now = read();
                learnt(now);
            }
            return now;
        }
    }

    private void learnt(Known now) {
        known = now;
        onLanes.accept(lanes(now.machine(breaker)));
    }

    /// A GPU that was busy when it was tried is tried again before long.
    private boolean stale(ProofBook book) {
        return book.hasPassingFailures() && book.checked().plus(BUSY).isBefore(clock.instant());
    }

    private Known read() throws InterruptedException {
        var build = ffmpeg.build();
        var candidates = reader.candidates();
        var kept = kept().filter(book -> book.key().equals(reader.key(build, candidates)) && !stale(book));
        return kept.isPresent() ? known(kept.get(), build, candidates) : proved(build, candidates);
    }

    /// A book that cannot be read is as good as none: it is written anew.
    private Optional<ProofBook> kept() {
        try {
            return file.read();
        } catch (ProblemException e) {
            log.info("The proofs of encoders are made anew: {}", e.detail());
            return Optional.empty();
        }
    }

    private Known proved(FFmpegBuild build, List<Candidate> candidates) throws InterruptedException {
        long begin = System.nanoTime();
        var broken = prober.brokenFilters(build);
        var proofs = prober.prove(candidates, without(build, broken));
        long millis = (System.nanoTime() - begin) / 1_000_000;
        var book = new ProofBook(reader.key(build, candidates), clock.instant(), millis, proofs, broken);
        file.write(book);
        log.info("Encoders proved in {} ms: {}", millis, names(proofs));
        return known(book, build, candidates);
    }

    private Known known(ProofBook book, FFmpegBuild build, List<Candidate> candidates) {
        return new Known(book, without(build, book.brokenFilters()), candidates, reader.unusable());
    }

    private static FFmpegBuild without(FFmpegBuild build, List<String> broken) {
        var working = build;
        for (var filter : broken) {
            working = working.without(filter);
        }
        return working;
    }

    private static String names(List<Proof> proofs) {
        return proofs.stream()
                .filter(Proof::proved)
                .map(proof -> "%s/%d".formatted(proof.encoder(), proof.bitDepth()))
                .collect(Collectors.joining(", "));
    }
}
