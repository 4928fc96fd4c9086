package media.usenet.encoders;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.FailureKind;
import media.usenet.ffmpeg.FailureRules.Failure;
import media.usenet.ffmpeg.FrameRate;
import media.usenet.ffmpeg.MediaFacts.Colour;
import media.usenet.ffmpeg.MediaFacts.FieldOrder;
import media.usenet.ffmpeg.MediaFacts.Hdr;
import media.usenet.ffmpeg.MediaFacts.Video;
import media.usenet.problem.ProblemException;
import media.usenet.video.Abilities;
import media.usenet.video.Codec;
import media.usenet.video.Device;
import media.usenet.video.Encoder;
import media.usenet.video.VideoSpec;
import media.usenet.video.VideoSpec.Depth;
import media.usenet.video.VideoSpec.Speed;

/// Proves encoders by encoding: ten frames through the very chain that a job would use, first with what every
/// device knows, then with what only some do, then with ten bits; in the end from the device's own decoder.
final class Prober {

    /// No smaller: the least size differs by vendor and generation, and 256 lines are too few for some.
    static final List<String> FRAMES = frames("640x360");
    /// In software every size works, and a small one takes half the time.
    private static final List<String> SMALL_FRAMES = frames("320x256");
    static final List<String> NOWHERE = List.of("-f", "null", "-");
    static final Candidate ON_CPU = new Candidate(Device.CPU, List.of(), 1, Map.of());
    private static final Colour COLOUR = new Colour("bt709", "bt709", "bt709", "tv");

    private final Trial trial;
    private final Decoders decoders;
    private final int atOnce;

    Prober(Trial trial, int atOnce) {
        this.trial = trial;
        this.decoders = new Decoders(trial);
        this.atOnce = atOnce;
    }

    List<Proof> prove(List<Candidate> candidates, FFmpegBuild build) throws InterruptedException {
        var tasks = new ArrayList<Callable<List<Proof>>>();
        for (var candidate : candidates) {
            var unopened = NodeCheck.failure(candidate.device().nodes());
            for (var encoder : candidate.encoders()) {
                encoder.codecs().stream()
                        .sorted()
                        .forEach(codec -> tasks.add(() -> prove(candidate, encoder, codec, build, unopened)));
            }
        }
        var proofs = all(tasks).stream().flatMap(List::stream).toList();
        return decoders.added(candidates, proofs, build);
    }

    /// Filters that are built in but need what this machine may lack.
    List<String> brokenFilters(FFmpegBuild build) throws InterruptedException {
        if (!build.filters().contains("libplacebo")) {
            return List.of();
        }
        var arguments = new ArrayList<>(List.of("-f", "lavfi", "-i", "testsrc2=s=64x64", "-frames:v", "1"));
        arguments.addAll(List.of("-vf", "libplacebo=format=yuv420p"));
        arguments.addAll(NOWHERE);
        return trial.run(arguments, ON_CPU).isPresent() ? List.of("libplacebo") : List.of();
    }

    private List<Proof> prove(
            Candidate candidate, Encoder encoder, Codec codec, FFmpegBuild build, Optional<Failure> unopened)
            throws InterruptedException {
        if (!build.encoders().contains(encoder.name(codec))) {
            var absent = new Failure(FailureKind.NO_ENCODER, "this FFmpeg has no " + encoder.name(codec));
            return failed(candidate, encoder, codec, absent, 0);
        }
        if (unopened.isPresent()) {
            return failed(candidate, encoder, codec, unopened.get(), 0);
        }
        var core = prove(candidate, encoder, codec, build, 8, false);
        if (core.failure() != null) {
            return failed(candidate, encoder, codec, new Failure(core.failure(), core.reason()), core.millis());
        }
        var proofs = new ArrayList<Proof>();
        boolean enhanced = false;
        if (encoder.enhances()) {
            var extras = prove(candidate, encoder, codec, build, 8, true);
            enhanced = extras.proved();
            proofs.add(enhanced ? extras.lasting(core.millis()) : core.lasting(extras.millis()));
        } else {
            proofs.add(core);
        }
        if (encoder.depths(codec).contains(10)) {
            proofs.add(prove(candidate, encoder, codec, build, 10, enhanced));
        }
        return proofs;
    }

    private Proof prove(
            Candidate candidate, Encoder encoder, Codec codec, FFmpegBuild build, int bitDepth, boolean enhanced)
            throws InterruptedException {
        long begin = System.nanoTime();
        // The speed alone differs from a job's usual chain: the slower ones are the same options with other numbers.
        var wanted = VideoSpec.of(codec, 23).with(Speed.FASTEST).with(bitDepth == 10 ? Depth.TEN : Depth.EIGHT);
        var chain = encoder.chain(
                wanted, video("rawvideo", 8), candidate.device(), build, new Abilities(enhanced, Set.of()));
        var arguments = new ArrayList<>(chain.devices());
        arguments.addAll(encoder.family().hardware() ? FRAMES : SMALL_FRAMES);
        arguments.addAll(chain.output("v"));
        arguments.addAll(NOWHERE);
        var failure = trial.run(arguments, candidate);
        return proof(candidate, encoder, codec, bitDepth, enhanced, failure, (System.nanoTime() - begin) / 1_000_000);
    }

    private Proof proof(
            Candidate candidate,
            Encoder encoder,
            Codec codec,
            int bitDepth,
            boolean enhanced,
            Optional<Failure> failure,
            long millis) {
        return new Proof(
                encoder.name(codec),
                encoder.family(),
                candidate.device().id(),
                codec,
                bitDepth,
                enhanced && failure.isEmpty(),
                Set.of(),
                failure.map(Failure::kind).orElse(null),
                failure.map(Failure::reason).orElse("encoded 10 frames"),
                millis);
    }

    /// The same failure for every depth that was therefore not tried.
    private List<Proof> failed(Candidate candidate, Encoder encoder, Codec codec, Failure failure, long millis) {
        return encoder.depths(codec).stream()
                .map(bits ->
                        proof(candidate, encoder, codec, bits, false, Optional.of(failure), bits == 8 ? millis : 0))
                .toList();
    }

    private <T> List<T> all(List<Callable<T>> tasks) throws InterruptedException {
        var permits = new Semaphore(atOnce);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var bounded = tasks.stream().map(task -> bounded(task, permits)).toList();
            var results = new ArrayList<T>();
            for (var future : threads.invokeAll(bounded)) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException expected) {
                throw expected;
            }
            throw new IllegalStateException("a trial of an encoder failed", e);
        }
    }

    private static <T> Callable<T> bounded(Callable<T> task, Semaphore permits) {
        return () -> {
            permits.acquire();
            try {
                return task.call();
            } finally {
                permits.release();
            }
        };
    }

    private static List<String> frames(String size) {
        return List.of("-f", "lavfi", "-i", "testsrc2=r=30:s=" + size, "-frames:v", "10");
    }

    /// Frames as a decoder would give them.
    static Video video(String codec, int bitDepth) {
        var pixels = bitDepth == 10 ? "yuv420p10le" : "yuv420p";
        return new Video(
                0,
                codec,
                "unknown",
                640,
                360,
                FrameRate.of(30),
                pixels,
                bitDepth,
                FieldOrder.PROGRESSIVE,
                COLOUR,
                Hdr.NONE,
                0,
                0);
    }
}
