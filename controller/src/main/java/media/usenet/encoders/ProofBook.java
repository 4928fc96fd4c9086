package media.usenet.encoders;

import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import media.usenet.ffmpeg.FailureKind;

/// Proofs as they are kept on disk.
///
/// @param key what they depend on: another one makes them worthless
/// @param millis how long proving took
/// @param brokenFilters filters that are built in and do not work on this machine
record ProofBook(String key, Instant checked, long millis, List<Proof> proofs, List<String> brokenFilters) {

    ProofBook {
        proofs = List.copyOf(proofs);
        brokenFilters = List.copyOf(brokenFilters);
    }

    /// Whether something failed in a way that passes by itself: too many sessions, too little memory.
    boolean hasPassingFailures() {
        return proofs.stream()
                .flatMap(proof -> Stream.ofNullable(proof.failure()))
                .anyMatch(FailureKind::passes);
    }
}
