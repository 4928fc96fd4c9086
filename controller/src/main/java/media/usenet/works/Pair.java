package media.usenet.works;

import java.util.List;

/// What two files are to each other, and every reason for saying so.
///
/// @param reasons for people, the strongest first
public record Pair(long first, long second, Relation relation, Confidence confidence, List<String> reasons) {

    public Pair {
        reasons = List.copyOf(reasons);
    }

    public enum Relation {
        /// Every byte is the same.
        IDENTICAL,
        /// The same work from the same release.
        SAME_RELEASE,
        /// The same work in another quality.
        OTHER_QUALITY,
        /// Another cut, another edition, or in three dimensions.
        EDITION,
        /// One has several episodes of which the other has one.
        EPISODES,
        /// Different works, whatever their names look like.
        APART;

        boolean sameCut() {
            return this == IDENTICAL || this == SAME_RELEASE || this == OTHER_QUALITY;
        }
    }

    public enum Confidence {
        /// Some names agree.
        LOW,
        /// Names, years and runtimes agree. Nothing is taken away for that alone.
        MEDIUM,
        /// They were looked at.
        HIGH,
        /// Their bytes were compared.
        CERTAIN
    }
}
