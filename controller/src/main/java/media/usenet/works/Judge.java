package media.usenet.works;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import media.usenet.naming.Release;
import media.usenet.naming.Trait;
import media.usenet.works.Evidence.Likeness;
import media.usenet.works.Evidence.Looked;
import media.usenet.works.Pair.Confidence;
import media.usenet.works.Pair.Relation;
import org.jspecify.annotations.Nullable;

/// Says of two files what they are to each other. What was seen overrules what names say; what names say apart
/// stays apart unless it was seen to be the same.
final class Judge {

    /// Credits that are cut, and containers that round.
    private static final double SAME_LENGTH = 0.015;

    /// 24 pictures a second shown as 25.
    private static final double PAL = 25.0 / 24;

    private static final int MINUTE = 60;

    private final WorkFile first;
    private final WorkFile second;
    /// Seconds; 0 is not known.
    private final double ours;

    private final double theirs;
    private final @Nullable Looked looked;
    private final boolean sameBytes;
    private final boolean toldApart;
    private final List<String> reasons = new ArrayList<>();

    Judge(WorkFile first, WorkFile second, List<Evidence> evidence) {
        this.first = first;
        this.second = second;
        this.ours = seconds(first);
        this.theirs = seconds(second);
        this.looked = evidence.stream()
                .filter(Looked.class::isInstance)
                .map(Looked.class::cast)
                .findFirst()
                .orElse(null);
        this.sameBytes = evidence.stream().anyMatch(Evidence.SameBytes.class::isInstance);
        this.toldApart = evidence.stream().anyMatch(Evidence.NotDuplicates.class::isInstance);
    }

    Pair judge() {
        if (toldApart) {
            return pair(Relation.APART, Confidence.CERTAIN, "you said that they are no duplicates");
        }
        if (sameBytes) {
            return pair(Relation.IDENTICAL, Confidence.CERTAIN, "every byte is the same");
        }
        if (looked != null) {
            reasons.add(looked.because());
        }
        if (looked != null && looked.likeness() != Likeness.COPY && looked.likeness() != Likeness.EDITION) {
            return pair(Relation.APART, Confidence.HIGH, unlike(looked.likeness()));
        }
        var apart = looked != null ? conflictingIds() : apart(first.release(), second.release());
        if (apart != null) {
            return pair(Relation.APART, Confidence.MEDIUM, apart);
        }
        return overlapping(first.release(), second.release()) ? episodes() : sameWork();
    }

    private static String unlike(Likeness likeness) {
        return switch (likeness) {
            case CLIP -> "one is a piece of the other";
            case SAME_SERIES -> "they share an intro and nothing else";
            case DIFFERENT, COPY, EDITION -> "their pictures are different";
        };
    }

    /// Why they are different works; null where the names agree.
    private @Nullable String apart(Release one, Release other) {
        var ids = conflictingIds();
        if (ids != null) {
            return ids;
        }
        if (!one.numbering().equals(other.numbering()) && !overlapping(one, other)) {
            return "they are different episodes";
        }
        if (!one.date().equals(other.date())) {
            return "they were broadcast on different days";
        }
        if (!one.part().equals(other.part())) {
            return "they are different parts";
        }
        boolean years = one.year().isPresent()
                && other.year().isPresent()
                && !one.year().equals(other.year());
        if (years && !sameId()) {
            return "%d and %d: another film of the same title"
                    .formatted(one.year().getAsInt(), other.year().getAsInt());
        }
        var countries = one.says(Trait.COUNTRY) && other.says(Trait.COUNTRY);
        if (countries && !one.all(Trait.COUNTRY).equals(other.all(Trait.COUNTRY))) {
            return "they are of different countries";
        }
        return sameId() || Titles.plain(one.title()).equals(Titles.plain(other.title()))
                ? null
                : "their titles are different, and nobody has looked at them";
    }

    private boolean sameId() {
        return !Collections.disjoint(ProviderId.in(first.path()), ProviderId.in(second.path()));
    }

    private @Nullable String conflictingIds() {
        for (var one : ProviderId.in(first.path())) {
            for (var other : ProviderId.in(second.path())) {
                if (one.provider().equals(other.provider()) && !one.equals(other)) {
                    return "%s knows them as %s and %s".formatted(one.provider(), one.id(), other.id());
                }
            }
        }
        return null;
    }

    /// Whether one has several episodes, and the other some of those.
    private static boolean overlapping(Release one, Release other) {
        var ours = one.numbering();
        var theirs = other.numbering();
        return ours.seasons().equals(theirs.seasons())
                && !ours.episodes().equals(theirs.episodes())
                && ours.episodes().stream().anyMatch(theirs.episodes()::contains);
    }

    private Pair episodes() {
        return pair(Relation.EPISODES, Confidence.MEDIUM, "one has several episodes, of which the other has some");
    }

    private Pair sameWork() {
        tellNames();
        var editions = editions(first.release());
        var others = editions(second.release());
        if (!editions.equals(others)) {
            return pair(Relation.EDITION, confidence(), "%s and %s".formatted(said(editions), said(others)));
        }
        if (looked != null && looked.likeness() == Likeness.EDITION) {
            return pair(Relation.EDITION, Confidence.HIGH, "one has what the other lacks: another cut");
        }
        if (looked == null && lengths() == Lengths.DIFFER) {
            return pair(Relation.EDITION, Confidence.LOW, longer() + ": another cut, perhaps");
        }
        return sameRelease()
                ? pair(Relation.SAME_RELEASE, confidence(), "the same release by its name")
                : pair(Relation.OTHER_QUALITY, confidence(), "another release");
    }

    private void tellNames() {
        if (sameId()) {
            reasons.add("the same number in a database of films");
        }
        var year = first.release().year();
        if (Titles.plain(first.release().title())
                .equals(Titles.plain(second.release().title()))) {
            reasons.add(
                    year.isPresent() && year.equals(second.release().year())
                            ? "the same title and year"
                            : "the same title");
        } else {
            reasons.add("\"%s\" and \"%s\""
                    .formatted(first.release().title(), second.release().title()));
        }
        if (lengths() == Lengths.AGREE) {
            reasons.add("the same runtime");
        }
    }

    private Confidence confidence() {
        if (looked != null) {
            return Confidence.HIGH;
        }
        var one = first.release();
        var other = second.release();
        boolean named = sameId()
                || (one.year().isPresent() && one.year().equals(other.year()))
                || (one.series() && one.numbering().equals(other.numbering()));
        return named && lengths() == Lengths.AGREE ? Confidence.MEDIUM : Confidence.LOW;
    }

    private enum Lengths {
        AGREE,
        DIFFER,
        UNKNOWN
    }

    private Lengths lengths() {
        if (ours == 0 || theirs == 0) {
            return Lengths.UNKNOWN;
        }
        double ratio = Math.max(ours, theirs) / Math.min(ours, theirs);
        boolean agree = ratio <= 1 + SAME_LENGTH || Math.abs(ratio - PAL) < SAME_LENGTH / 3;
        return agree ? Lengths.AGREE : Lengths.DIFFER;
    }

    private String longer() {
        long more = Math.round(Math.abs(ours - theirs));
        return more >= MINUTE
                ? "one runs %d min longer".formatted(more / MINUTE)
                : "one runs %d s longer".formatted(more);
    }

    private static double seconds(WorkFile file) {
        return file.duration() == null ? 0 : file.duration().toMillis() / 1000.0;
    }

    private boolean sameRelease() {
        return first.release().all(Trait.RELEASE_GROUP).equals(second.release().all(Trait.RELEASE_GROUP))
                && first.release().says(Trait.RELEASE_GROUP)
                && Set.of(Trait.RESOLUTION, Trait.SOURCE, Trait.VIDEO_CODEC, Trait.HDR, Trait.REMUX).stream()
                        .allMatch(trait -> first.release()
                                .all(trait)
                                .equals(second.release().all(trait)));
    }

    private static Set<String> editions(Release release) {
        var editions = new TreeSet<String>();
        release.all(Trait.EDITION).forEach(edition -> editions.add(edition.toLowerCase(Locale.ROOT)));
        // The one that cinemas had is the usual one.
        editions.remove("theatrical");
        if (release.says(Trait.THREE_D)) {
            editions.add("3D");
        }
        return editions;
    }

    private static String said(Set<String> editions) {
        return editions.isEmpty() ? "the usual edition" : String.join(", ", editions);
    }

    private Pair pair(Relation relation, Confidence confidence, String reason) {
        var all = new ArrayList<>(List.of(reason));
        all.addAll(reasons);
        return new Pair(first.id(), second.id(), relation, confidence, all);
    }
}
