package media.usenet.quality;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.formats.CustomFormat;
import media.usenet.formats.Quality;
import media.usenet.formats.ReleaseFactsReader;
import media.usenet.formats.Seen;
import media.usenet.naming.Release;
import media.usenet.naming.Trait;
import org.jspecify.annotations.Nullable;

/// Says what a copy is worth, and why.
public final class Scorer {

    private static final int NO_PICTURE = -20_000;
    private static final int TOO_SMALL = -500;

    /// More than picture and sound can be given together.
    private static final int UNSEEN_AT_MOST = 2_000;

    private static final double MEBIBYTE = 1 << 20;

    private Scorer() {}

    /// What is not known is neither good nor bad: it gives no points, and [Score#least] and [Score#most] say what it
    /// might.
    public static Score score(Candidate candidate, QualityProfile profile) {
        var facts = candidate.facts();
        var lines = Picture.lines(facts);
        var quality = Quality.of(profile.guide().application(), candidate.release(), lines);
        var tier = Tier.of(profile.ladder(), quality, lines);
        var tally = new Tally();
        formats(candidate, profile, tally);
        if (facts == null) {
            tally.doubt(NO_PICTURE, UNSEEN_AT_MOST, "nobody has looked into the file");
        } else {
            facts(facts, quality, profile, tally);
        }
        return tally.score(tier, revision(candidate.release()));
    }

    /// What its custom formats give, as far as they can be told.
    static int formatPoints(Candidate candidate, QualityProfile profile) {
        var tally = new Tally();
        formats(candidate, profile, tally);
        return tally.points();
    }

    private static void formats(Candidate candidate, QualityProfile profile, Tally tally) {
        var guide = profile.guide();
        var seen = new Seen(
                Picture.lines(candidate.facts()),
                spoken(candidate.facts()),
                Optional.empty(),
                OptionalLong.of(candidate.bytes()),
                Optional.empty());
        var release = ReleaseFactsReader.read(guide.application(), candidate.name(), candidate.release(), seen);
        var matches = guide.book().match(release);
        var scores = profile.ladder().scores(guide.book());
        for (var format : counted(matches.matched(), scores.keySet())) {
            tally.give(scores.getOrDefault(format.id(), 0), format.name());
        }
        for (var format : counted(matches.unsure(), scores.keySet())) {
            int points = scores.getOrDefault(format.id(), 0);
            tally.doubt(points, points, "it cannot be told whether it is: " + format.name());
        }
    }

    private static List<CustomFormat> counted(List<CustomFormat> formats, Set<String> ids) {
        return formats.stream().filter(format -> ids.contains(format.id())).toList();
    }

    /// Unknown when a track does not say its language.
    private static Optional<Set<String>> spoken(@Nullable MediaFacts facts) {
        if (facts == null || facts.audio().isEmpty()) {
            return Optional.empty();
        }
        var codes = facts.audio().stream()
                .map(track -> LanguageCode.of(track.language()))
                .collect(Collectors.toUnmodifiableSet());
        return codes.contains(LanguageCode.UNKNOWN) ? Optional.empty() : Optional.of(codes);
    }

    private static void facts(MediaFacts facts, Optional<Quality> quality, QualityProfile profile, Tally tally) {
        var film = facts.film();
        if (film.isEmpty()) {
            tally.give(NO_PICTURE, "there is no picture in it");
            return;
        }
        Picture.judge(facts, film.get(), profile, tally);
        Sound.judge(facts, profile, tally);
        quality.ifPresent(known -> size(facts, known, profile, tally));
    }

    private static void size(MediaFacts facts, Quality quality, QualityProfile profile, Tally tally) {
        var duration = facts.duration();
        var size = profile.guide().size(profile.sizeKind(), quality.name());
        if (duration == null || duration.toSeconds() == 0 || size.isEmpty()) {
            return;
        }
        double perMinute = facts.bytes() / MEBIBYTE * 60 / duration.toSeconds();
        double codec =
                facts.film().map(film -> Picture.efficiency(film.codec())).orElse(1.0);
        if (perMinute * codec < size.get().least()) {
            tally.give(
                    TOO_SMALL,
                    "%.1f MB a minute, where %s has %.1f at least"
                            .formatted(perMinute, quality.name(), size.get().least()));
        }
    }

    private static int revision(Release release) {
        var version = release.all(Trait.REVISION_VERSION);
        int said = version.isEmpty() ? 1 : number(version.getLast()).orElse(1);
        return Math.max(release.remade() ? 1 : 0, said - 1);
    }

    private static OptionalInt number(String text) {
        return text.matches("\\d{1,4}") ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
    }
}
