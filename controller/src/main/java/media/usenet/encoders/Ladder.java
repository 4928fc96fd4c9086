package media.usenet.encoders;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import media.usenet.encoders.HardwareWish.Mode;
import media.usenet.ffmpeg.MediaFacts.Video;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.video.Codec;
import media.usenet.video.Device;
import media.usenet.video.Encoder;
import media.usenet.video.Target;
import media.usenet.video.VideoSpec;
import org.jspecify.annotations.Nullable;

/// Which encoders to try for what is wanted, best first: the GPU, the same GPU by another API, another GPU,
/// another codec that the user allows, software. Pure; every step says why it is there, and why what stands
/// before it was not enough.
public final class Ladder {

    private final Machine machine;
    private final Video input;
    private final HardwareWish wish;
    private final List<Rung> rungs = new ArrayList<>();
    /// Why what was looked at since the last rung is none.
    private final List<String> refused = new ArrayList<>();

    private @Nullable ProblemException impossible;

    private Ladder(Machine machine, Video input, HardwareWish wish) {
        this.machine = machine;
        this.input = input;
        this.wish = wish;
    }

    /// @param others further codecs that the user allows, in order of preference
    /// @return at least one rung
    /// @throws ProblemException `ENCODER_NOT_PROVED` with what failed and why; `VIDEO_NOT_POSSIBLE` where no
    ///     encoder could do it
    public static List<Rung> rungs(
            Machine machine, VideoSpec wanted, Video input, List<Codec> others, HardwareWish wish) {
        var ladder = new Ladder(machine, input, wish);
        var codecs = new LinkedHashSet<Codec>();
        codecs.add(wanted.codec());
        codecs.addAll(others);
        if (wish.mode() != Mode.OFF) {
            codecs.forEach(codec -> ladder.climb(wanted.with(codec), true));
        }
        if (wish.mode() != Mode.REQUIRED) {
            codecs.forEach(codec -> ladder.climb(wanted.with(codec), false));
        }
        return ladder.reached(wanted);
    }

    private void climb(VideoSpec wanted, boolean hardware) {
        boolean any = false;
        for (var candidate : machine.candidates()) {
            for (var encoder : candidate.encoders()) {
                if (encoder.family().hardware() == hardware
                        && encoder.codecs().contains(wanted.codec())
                        && (wish.api() == null
                                || wish.api().equals(encoder.family().api()))) {
                    any = true;
                    step(wanted, candidate, encoder);
                }
            }
        }
        if (!any && hardware) {
            refused.add("no GPU here may encode %s%s"
                    .formatted(wanted.codec().title(), wish.api() == null ? "" : " by " + wish.api()));
            machine.unusable().stream()
                    .filter(reason -> !refused.contains(reason))
                    .forEach(refused::add);
        }
    }

    private void step(VideoSpec wanted, Candidate candidate, Encoder encoder) {
        var lane = candidate.lane(encoder);
        var name = encoder.name(wanted.codec()) + on(candidate.device());
        var withdrawn = machine.withdrawn().get(lane.name());
        if (withdrawn != null) {
            refused.add("%s failed in jobs and rests: %s".formatted(name, withdrawn));
            return;
        }
        try {
            int bits = Target.of(wanted, input).bitDepth();
            var proof = machine.proof(candidate, encoder, wanted.codec(), bits);
            if (proof.isEmpty()) {
                refused.add("%s does not encode %d bits".formatted(name, bits));
            } else if (proof.get().failure() != null) {
                refused.add("%s of %d bits: %s (%s)"
                        .formatted(
                                name, bits, proof.get().failure(), proof.get().reason()));
            } else {
                var abilities = Machine.abilities(proof.get());
                encoder.chain(wanted, input, candidate.device(), machine.build(), abilities);
                rungs.add(new Rung(
                        encoder,
                        candidate.device(),
                        wanted,
                        abilities,
                        lane,
                        candidate.environment(),
                        because(name, encoder, candidate.device(), wanted)));
                refused.clear();
            }
        } catch (ProblemException e) {
            impossible = e;
            refused.add("%s: %s".formatted(name, e.detail()));
        }
    }

    private String because(String name, Encoder encoder, Device device, VideoSpec wanted) {
        var why = encoder.family().hardware() || wish.mode() != Mode.OFF ? "is proved" : "is proved; hardware is off";
        if (!refused.isEmpty()) {
            return "%s %s; before it: %s".formatted(name, why, String.join("; ", refused));
        }
        if (rungs.isEmpty()) {
            return "%s %s".formatted(name, why);
        }
        var before = rungs.getLast();
        return "%s %s: %s, where %s fails".formatted(name, why, step(before, encoder, device, wanted), before.name());
    }

    private static String step(Rung before, Encoder encoder, Device device, VideoSpec wanted) {
        if (!encoder.family().hardware()) {
            return "software";
        }
        if (before.spec().codec() != wanted.codec()) {
            return "another codec that is allowed";
        }
        return before.device().id().equals(device.id()) ? "the same GPU by another API" : "another GPU";
    }

    private List<Rung> reached(VideoSpec wanted) {
        if (!rungs.isEmpty()) {
            return List.copyOf(rungs);
        }
        if (impossible != null && wish.mode() != Mode.REQUIRED) {
            throw impossible;
        }
        throw new ProblemException(
                Problem.ENCODER_NOT_PROVED,
                "nothing here encodes %s%s: %s"
                        .formatted(
                                wanted.codec().title(),
                                wish.mode() == Mode.REQUIRED ? " in hardware, which is required" : "",
                                String.join("; ", refused)),
                wish.mode() == Mode.REQUIRED
                        ? "allow software with hardware=auto, allow another codec, or see GET /v1/encoders for remedies"
                        : "install an FFmpeg that has an encoder for it (Debian: apt install ffmpeg)");
    }

    private static String on(Device device) {
        return device.id().equals(Device.CPU_ID) ? "" : " on %s (%s)".formatted(device.model(), device.id());
    }
}
