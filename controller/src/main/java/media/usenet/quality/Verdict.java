package media.usenet.quality;

import java.time.Duration;
import java.util.List;

/// What is recommended for one copy. Nothing here is done by anybody: it is advice.
public sealed interface Verdict {

    /// It stays.
    record Keep() implements Verdict {}

    /// Another has all that it has, and is surely better: it may go.
    record Replace(Candidate better) implements Verdict {}

    /// It may go once these tracks of it are muxed into the other.
    record Merge(Candidate into, List<Track> tracks) implements Verdict {

        public Merge {
            tracks = List.copyOf(tracks);
            if (tracks.isEmpty()) {
                throw new IllegalArgumentException("no track to merge into " + into);
            }
        }
    }

    /// It stays, and what is on offer would be better.
    record UpgradeAvailable(Candidate offer) implements Verdict {}

    /// It stays, and would be as good in AV1.
    ///
    /// @param savedBytes an estimate from what this machine's encoder was measured to make
    /// @param time an estimate from how fast it was measured to be
    record Reencode(long savedBytes, Duration time) implements Verdict {}

    /// It stays until somebody has answered.
    record Ask(String question) implements Verdict {}

    /// Whether the copy stays.
    default boolean keeps() {
        return switch (this) {
            case Keep _, UpgradeAvailable _, Reencode _, Ask _ -> true;
            case Replace _, Merge _ -> false;
        };
    }
}
