package media.usenet.encoders;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.ffmpeg.FailureKind;
import media.usenet.job.Lane;
import media.usenet.video.Codec;
import media.usenet.video.Family;
import org.jspecify.annotations.Nullable;

/// What `GET /v1/encoders` answers.
///
/// @param millis how long proving took
/// @param unusable GPUs that were not tried, and why
record EncodersAnswer(
        Build ffmpeg,
        Instant checked,
        long millis,
        List<DeviceLine> devices,
        List<String> unusable,
        List<Lane> lanes,
        List<ProofLine> encoders) {

    record Build(String version, String configuration, String program) {}

    /// @param resting APIs of it that failed in jobs too often and rest, with the reason
    record DeviceLine(String id, String model, Map<String, String> resting) {}

    /// @param decodes what its device decodes for it, as codec and bits; frames of those never leave the device
    /// @param remedy null when it is proved
    record ProofLine(
            String encoder,
            Family family,
            String device,
            Codec codec,
            int bitDepth,
            boolean proved,
            boolean enhanced,
            Set<String> decodes,
            @Nullable FailureKind failure,
            String reason,
            @Nullable String remedy,
            long millis) {

        static ProofLine of(Proof proof) {
            var failure = proof.failure();
            return new ProofLine(
                    proof.encoder(),
                    proof.family(),
                    proof.device(),
                    proof.codec(),
                    proof.bitDepth(),
                    proof.proved(),
                    proof.enhanced(),
                    new TreeSet<>(proof.decodes()),
                    failure,
                    proof.reason(),
                    failure == null ? null : failure.remedy(),
                    proof.millis());
        }
    }

    static EncodersAnswer of(Machine machine, ProofBook book, String program) {
        return new EncodersAnswer(
                build(machine.build(), program),
                book.checked(),
                book.millis(),
                machine.candidates().stream()
                        .map(Candidate::device)
                        .map(device -> new DeviceLine(device.id(), device.model(), resting(machine, device.id())))
                        .toList(),
                machine.unusable(),
                Encoders.lanes(machine),
                machine.proofs().stream().map(ProofLine::of).toList());
    }

    private static Build build(FFmpegBuild build, String program) {
        return new Build(build.version().name(), build.configuration(), program);
    }

    private static Map<String, String> resting(Machine machine, String device) {
        var resting = new TreeMap<String, String>();
        machine.withdrawn().forEach((lane, reason) -> {
            if (lane.endsWith(":" + device)) {
                resting.put(lane.substring(0, lane.length() - device.length() - 1), reason);
            }
        });
        return resting;
    }
}
