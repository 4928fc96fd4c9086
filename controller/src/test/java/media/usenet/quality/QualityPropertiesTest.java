package media.usenet.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.ffmpeg.MediaFacts.Hdr;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.quality.Verdict.Merge;
import media.usenet.quality.Verdict.Replace;
import org.junit.jupiter.api.Test;

/// What must hold for whatever copies there are.
class QualityPropertiesTest {

    private static final int RUNS = 3_000;
    private final Random random = new Random(20_261_121);

    @Test
    void theOrderOfScoresIsTotalAntisymmetricAndTransitive() {
        for (int run = 0; run < RUNS; run++) {
            var a = score();
            var b = score();
            var c = score();
            assertThat(Integer.signum(a.compareTo(b))).isEqualTo(-Integer.signum(b.compareTo(a)));
            if (a.compareTo(b) >= 0 && b.compareTo(c) >= 0) {
                assertThat(a.compareTo(c)).isNotNegative();
            }
            assertThat(a.surelyBetter(b) && b.surelyBetter(a)).isFalse();
            if (a.surelyBetter(b)) {
                assertThat(a.compareTo(b)).isPositive();
            }
        }
    }

    @Test
    void whatIsNotKnownIsNeverWorseThanTheWorstThatItCanBe() {
        for (int run = 0; run < RUNS; run++) {
            var film = film();
            var profile = profile();
            var name = name();
            var known = Scorer.score(film.named(name), profile);
            var unseen = Scorer.score(Candidate.of(name, null, 1L << 30), profile);
            assertThat(unseen.least()).as(name).isLessThanOrEqualTo(known.points());
            assertThat(unseen.most()).as(name + film).isGreaterThanOrEqualTo(known.points());
            assertThat(unseen.points()).isGreaterThan(-20_000 + known.points());

            var silent = film.with(Films.sound(1, "ac3", 6, "und"));
            var foreign = film.with(Films.sound(1, "ac3", 6, "tlh"));
            assertThat(Scorer.score(silent.named(name), profile).points())
                    .isGreaterThanOrEqualTo(
                            Scorer.score(foreign.named(name), profile).points());

            assertThat(Scorer.score(rateless(film, name), profile).most()).isGreaterThanOrEqualTo(known.points());
        }
    }

    @Test
    void aQualityThatIsNotKnownIsNeverBelowOneThatIsNotAllowed() {
        var nameless = Scorer.score(Films.hd().named("Red Sand.mkv"), Films.PROFILE);
        var cam = Scorer.score(Films.hd().named("Red.Sand.2019.CAM.x264-ALPHA"), Films.PROFILE);
        assertThat(nameless).isGreaterThan(cam);
        assertThat(nameless.surelyBetter(cam)).isFalse();
    }

    @Test
    void noCopyIsGivenAwayWithoutOneThatStaysAndHasAllThatIsWanted() {
        int given = 0;
        for (int run = 0; run < RUNS; run++) {
            var copies = new ArrayList<Candidate>();
            for (int copy = 0; copy < 2 + random.nextInt(4); copy++) {
                var film = film();
                copies.add(random.nextInt(6) == 0 ? Candidate.of(name(), null, 1L << 30) : film.named(name()));
            }
            var profile = profile();
            var all = new Recommender(profile, Optional.empty()).recommend(copies, List.of());
            assertThat(all).extracting(Recommendation::candidate).containsExactlyInAnyOrderElementsOf(copies);
            var stay = all.stream()
                    .filter(one -> one.verdict().keeps())
                    .map(Recommendation::candidate)
                    .toList();
            for (var one : all) {
                switch (one.verdict()) {
                    case Replace(var better) -> given += safe(one, better, stay, profile, List.of());
                    case Merge(var into, var tracks) -> given += safe(one, into, stay, profile, tracks);
                    case Verdict.Keep _, Verdict.Ask _, Verdict.UpgradeAvailable _, Verdict.Reencode _ -> {}
                }
            }
        }
        assertThat(given).isGreaterThan(100);
    }

    private static int safe(
            Recommendation goes, Candidate better, List<Candidate> stay, QualityProfile profile, List<Track> saved) {
        assertThat(stay).contains(better);
        var here = Objects.requireNonNull(better.facts());
        var there = Objects.requireNonNull(goes.candidate().facts());
        var losses = Losses.of(there, here, profile);
        assertThat(losses.unknown()).isEmpty();
        assertThat(losses.picture()).isEmpty();
        assertThat(saved).containsAll(losses.tracks());
        assertThat(Scorer.score(better, profile).surelyBetter(goes.score())).isTrue();
        assertThat(Cut.of(better, profile)).isEqualTo(Cut.of(goes.candidate(), profile));
        return 1;
    }

    private static Candidate rateless(Films film, String name) {
        var facts = film.facts();
        var video = film.video();
        var silent = Films.video(video.width(), video.height(), video.codec(), 0, video.hdr());
        var without = new MediaFacts(
                facts.formats(),
                facts.duration(),
                facts.bytes(),
                0,
                List.of(silent),
                facts.audio(),
                facts.subtitles(),
                List.of(),
                0);
        return Candidate.of(name, without, facts.bytes());
    }

    private Score score() {
        int points = random.nextInt(5);
        return new Score(
                "x",
                random.nextInt(3),
                random.nextBoolean(),
                random.nextInt(2),
                points,
                points - random.nextInt(3),
                points + random.nextInt(3),
                List.of());
    }

    private String name() {
        var parts = List.of(
                pick("Red.Sand.2019", "Red Sand (2019)", "Red.Sand.2019.Extended"),
                pick("1080p", "720p", "2160p", ""),
                pick("BluRay", "WEB-DL", "HDTV", "CAM", ""),
                pick("x264", "x265", "DV", "HDR10", "PROPER", "Upscaled"));
        return String.join(".", parts) + pick("-ALPHA", "-BETA", "");
    }

    private Films film() {
        boolean large = random.nextBoolean();
        var hdr = switch (random.nextInt(4)) {
            case 0 -> Films.hdr(HdrKind.HDR10, true);
            case 1 -> Films.hdr(HdrKind.DOLBY_VISION, random.nextBoolean());
            default -> Hdr.NONE;
        };
        var audio = IntStream.range(0, 1 + random.nextInt(2))
                .mapToObj(index -> Films.sound(
                        index + 1, pick("ac3", "truehd"), random.nextBoolean() ? 2 : 6, pick("eng", "ger", "und")))
                .toArray(media.usenet.ffmpeg.MediaFacts.Audio[]::new);
        var film = Films.of(
                        large ? 3840 : 1920, large ? 1600 : 800, pick("h264", "hevc"), 3_000_000L << random.nextInt(4))
                .in(hdr)
                .with(audio);
        return random.nextInt(4) == 0 ? film.with(Films.text(5, pick("eng", "fre", "und"))) : film;
    }

    private QualityProfile profile() {
        return random.nextBoolean()
                ? Films.PROFILE
                : Films.with(
                        random.nextBoolean() ? Films.ALL : new Players(java.util.Set.of(HdrKind.HDR10), 2, false),
                        "eng",
                        "de");
    }

    private String pick(String... all) {
        return all[random.nextInt(all.length)];
    }
}
