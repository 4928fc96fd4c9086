package media.usenet.encoders;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.ffmpeg.FFmpegBuild;
import media.usenet.video.Abilities;
import media.usenet.video.Codec;
import media.usenet.video.Encoder;

/// All that the ladder decides from.
///
/// @param build with the filters that work here
/// @param unusable GPUs that are not worth a try, and why
/// @param withdrawn devices by API (`nvenc:0000:01:00.0`) that failed in jobs too often, and why
public record Machine(
        FFmpegBuild build,
        List<Candidate> candidates,
        List<Proof> proofs,
        List<String> unusable,
        Map<String, String> withdrawn) {

    public Machine {
        candidates = List.copyOf(candidates);
        proofs = List.copyOf(proofs);
        unusable = List.copyOf(unusable);
        withdrawn = Map.copyOf(withdrawn);
    }

    Optional<Proof> proof(Candidate candidate, Encoder encoder, Codec codec, int bitDepth) {
        return proofs.stream()
                .filter(proof -> proof.device().equals(candidate.device().id())
                        && proof.encoder().equals(encoder.name(codec))
                        && proof.codec() == codec
                        && proof.bitDepth() == bitDepth)
                .findFirst();
    }

    static Abilities abilities(Proof proof) {
        return new Abilities(proof.enhanced(), proof.decodes());
    }
}
