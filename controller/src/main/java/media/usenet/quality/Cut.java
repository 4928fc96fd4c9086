package media.usenet.quality;

import java.util.Set;
import java.util.TreeSet;
import media.usenet.naming.Numbering;
import media.usenet.naming.Trait;

/// What copies must have in common to be weighed against each other; others are other works to this user.
///
/// @param lines 0 where resolutions do not stand apart
record Cut(Set<String> editions, Numbering numbering, int part, boolean threeD, int lines) {

    static Cut of(Candidate candidate, QualityProfile profile) {
        var release = candidate.release();
        return new Cut(
                profile.editionsApart() ? new TreeSet<>(release.all(Trait.EDITION)) : Set.of(),
                release.numbering(),
                release.part().orElse(0),
                release.says(Trait.THREE_D),
                profile.resolutionsApart() ? Picture.lines(candidate.facts()).orElse(0) : 0);
    }
}
