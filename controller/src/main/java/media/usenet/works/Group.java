package media.usenet.works;

import java.util.List;
import media.usenet.works.Pair.Confidence;

/// Files that have to do with each other, and every reason for saying so.
///
/// @param title as the best name among them has it
/// @param members ids of files, two or more
/// @param pairs those of its members that were judged to belong together
public record Group(Kind kind, String title, List<Long> members, Confidence confidence, List<Pair> pairs) {

    public enum Kind {
        /// Every byte is the same.
        IDENTICAL,
        /// The same release again.
        SAME_RELEASE,
        /// The same work in several qualities.
        QUALITIES,
        /// Cuts and editions of one work. Nothing of it is recommended away.
        EDITIONS,
        /// Files of several episodes beside files of one. Nothing of it is recommended away.
        EPISODES;

        public boolean keepsAll() {
            return this == EDITIONS || this == EPISODES;
        }
    }

    public Group {
        members = List.copyOf(members);
        pairs = List.copyOf(pairs);
        if (members.size() < 2) {
            throw new IllegalArgumentException("no group: " + members);
        }
    }
}
