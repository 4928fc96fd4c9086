package media.usenet.duplicates;

import java.time.Instant;
import java.util.List;
import media.usenet.works.Advice.What;
import media.usenet.works.Group.Kind;
import media.usenet.works.Pair.Confidence;
import media.usenet.works.Pair.Relation;
import org.jspecify.annotations.Nullable;

/// What a scan found.
///
/// @param files how many files of the library were looked at
/// @param linked how many of them are further names of others, and no duplicates
/// @param groups the largest first
/// @param apart what looks like duplicates by its names and is none
/// @param leftOut files that are in no group, whatever their names say
public record Survey(
        Instant made, int files, int linked, List<FoundGroup> groups, List<FoundPair> apart, List<LeftOut> leftOut) {

    public Survey {
        groups = List.copyOf(groups);
        apart = List.copyOf(apart);
        leftOut = List.copyOf(leftOut);
    }

    /// @param id the same as long as its members are
    /// @param bytes of all members
    /// @param freedBytes what the recommendation makes free once the trash is emptied
    /// @param freedAtMost the same, if no other file shares blocks with what goes
    public record FoundGroup(
            String id,
            Kind kind,
            String title,
            Confidence confidence,
            long bytes,
            long freedBytes,
            long freedAtMost,
            List<Member> members,
            List<FoundPair> pairs) {

        public FoundGroup {
            members = List.copyOf(members);
            pairs = List.copyOf(pairs);
        }
    }

    /// @param names how many the bytes have, those outside of the library with them
    /// @param keptInstead the member that the recommendation keeps; null for what stays
    public record Member(
            long file,
            String slot,
            String path,
            long bytes,
            int names,
            What advice,
            List<String> because,
            @Nullable Long keptInstead) {

        public Member {
            because = List.copyOf(because);
        }
    }

    public record FoundPair(
            long first,
            long second,
            String firstPath,
            String secondPath,
            Relation relation,
            Confidence confidence,
            List<String> because) {

        public FoundPair {
            because = List.copyOf(because);
        }
    }

    public record LeftOut(String path, String because) {}
}
