package media.usenet.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.quality.Verdict.Ask;
import media.usenet.quality.Verdict.Keep;
import media.usenet.quality.Verdict.Merge;
import media.usenet.quality.Verdict.Reencode;
import media.usenet.quality.Verdict.Replace;
import media.usenet.quality.Verdict.UpgradeAvailable;
import org.junit.jupiter.api.Test;

class RecommenderTest {

    private static final QualityProfile PROFILE = Films.with(Films.ALL);
    private static final Candidate BLURAY = Films.hd().named("Red.Sand.2019.1080p.BluRay.x264-ALPHA");
    private static final Films SMALL = Films.of(1280, 720, "h264", 4_000_000);

    private static List<Recommendation> recommend(Candidate... copies) {
        return new Recommender(PROFILE, Optional.empty()).recommend(List.of(copies), List.of());
    }

    private static Verdict ofTheOther(Candidate other) {
        var both = recommend(BLURAY, other);
        assertThat(both.getFirst().verdict()).isEqualTo(new Keep());
        assertThat(both.getFirst().candidate()).isEqualTo(BLURAY);
        return both.getLast().verdict();
    }

    @Test
    void replacesACopyThatAnotherHasAllOf() {
        assertThat(ofTheOther(SMALL.named("Red.Sand.2019.720p.WEB-DL.x264-BETA")))
                .isEqualTo(new Replace(BLURAY));
    }

    @Test
    void prefersWhereItCameFromToBits() {
        var other = Films.of(1920, 1080, "h264", 30_000_000).named("Red.Sand.2019.1080p.HDTV.x264-BETA");
        assertThat(ofTheOther(other)).isEqualTo(new Replace(BLURAY));
    }

    @Test
    void neverGivesAwayWhatNobodyLookedInto() {
        assertThat(ofTheOther(Candidate.of("Red.Sand.2019.480p.DVDRip.x264-BETA", null, 1 << 30)))
                .isInstanceOf(Ask.class);
    }

    @Test
    void asksWhereTheQualityIsNotKnown() {
        assertThat(recommend(BLURAY, Films.hd().named("Red Sand (2019).mkv"))
                        .getLast()
                        .verdict())
                .isInstanceOf(Ask.class);
    }

    @Test
    void asksWhichOfTwoThatAreEquallyGood() {
        var other = Films.hd().named("Red.Sand.2019.1080p.BluRay.x264-BETA");
        var both = recommend(BLURAY, other);
        assertThat(both.getLast().verdict()).isInstanceOf(Ask.class);
        assertThat(both).allMatch(one -> one.verdict().keeps());
    }

    @Test
    void leavesAnotherCutAlone() {
        var extended = SMALL.named("Red.Sand.2019.Extended.720p.WEB-DL.x264-BETA");
        assertThat(ofTheOther(extended)).isEqualTo(new Keep());
    }

    @Test
    void asksWhetherAnotherLengthIsAnotherCut() {
        var longer = SMALL.lasting(Films.TWO_HOURS.plusMinutes(9)).named("Red.Sand.2019.720p.WEB-DL.x264-BETA");
        assertThat(ofTheOther(longer)).isInstanceOf(Ask.class);
    }

    @Test
    void leavesAnotherEpisodeAlone() {
        var one = Films.hd().named("Kite.S01E01.1080p.WEB-DL.x264-ALPHA");
        var two = SMALL.named("Kite.S01E01E02.720p.HDTV.x264-BETA");
        assertThat(recommend(one, two)).allMatch(copy -> copy.verdict().equals(new Keep()));
    }

    @Test
    void asksWhetherAWorkOfAnotherYearIsTheSame() {
        assertThat(ofTheOther(SMALL.named("Red.Sand.1987.720p.WEB-DL.x264-BETA")))
                .isInstanceOf(Ask.class);
    }

    @Test
    void mergesALanguageThatWouldBeLost() {
        var both = SMALL.with(Films.sound(1, "ac3", 6, "eng"), Films.sound(2, "ac3", 6, "ger"));
        var verdict = ofTheOther(both.named("Red.Sand.2019.720p.WEB-DL.x264-BETA"));
        assertThat(verdict).isInstanceOfSatisfying(Merge.class, merge -> {
            assertThat(merge.into()).isEqualTo(BLURAY);
            assertThat(merge.tracks())
                    .extracting(Track::index, Track::language)
                    .containsExactly(org.assertj.core.groups.Tuple.tuple(2, "de"));
        });
    }

    @Test
    void mergesBetterSoundAndSubtitlesToo() {
        var other = SMALL.with(Films.sound(1, "truehd", 8, "eng")).with(Films.text(2, "fre"));
        assertThat(ofTheOther(other.named("Red.Sand.2019.720p.WEB-DL.x264-BETA")))
                .isInstanceOfSatisfying(
                        Merge.class, merge -> assertThat(merge.tracks()).hasSize(2));
    }

    @Test
    void tellsOfALanguageThatIsNotWantedButLetsItGo() {
        var both = SMALL.with(Films.sound(1, "ac3", 6, "eng"), Films.sound(2, "ac3", 6, "ger"));
        var profile = Films.with(Films.ALL, "eng");
        var advice = new Recommender(profile, Optional.empty())
                .recommend(List.of(BLURAY, both.named("Red.Sand.2019.720p.WEB-DL.x264-BETA")), List.of())
                .getLast();
        assertThat(advice.verdict()).isEqualTo(new Replace(BLURAY));
        assertThat(advice.because()).anyMatch(because -> because.contains("not wanted") && because.contains("de"));
    }

    @Test
    void asksWhereATrackDoesNotSayItsLanguage() {
        var other = SMALL.with(Films.sound(1, "ac3", 6, "und"));
        assertThat(ofTheOther(other.named("Red.Sand.2019.720p.WEB-DL.x264-BETA")))
                .isInstanceOf(Ask.class);
    }

    @Test
    void asksBeforeDolbyVisionIsLost() {
        var other = SMALL.in(Films.hdr(HdrKind.DOLBY_VISION, true));
        assertThat(ofTheOther(other.named("Red.Sand.2019.720p.WEB-DL.x264-BETA")))
                .isInstanceOf(Ask.class);
    }

    @Test
    void asksRatherThanMergesWhatDoesNotRunAlike() {
        var other = SMALL.with(Films.text(2, "fre")).lasting(Films.TWO_HOURS.plusSeconds(2));
        assertThat(ofTheOther(other.named("Red.Sand.2019.720p.WEB-DL.x264-BETA")))
                .isInstanceOf(Ask.class);
    }

    @Test
    void keepsOneOfEachResolutionWhereThatIsWanted() {
        var apart = new QualityProfile(
                Films.GUIDE, PROFILE.ladder(), PROFILE.players(), Set.of(), Set.of(), true, true, "movie");
        var both = new Recommender(apart, Optional.empty())
                .recommend(List.of(BLURAY, SMALL.named("Red.Sand.2019.720p.WEB-DL.x264-BETA")), List.of());
        assertThat(both).allMatch(copy -> copy.verdict().equals(new Keep()));
    }

    @Test
    void tellsOfABetterOneThatIsOnOffer() {
        var here = SMALL.named("Red.Sand.2019.720p.WEB-DL.x264-BETA");
        var offer = Candidate.of("Red.Sand.2019.1080p.BluRay.x264-ALPHA", null, 8L << 30);
        var advice = new Recommender(PROFILE, Optional.empty())
                .recommend(List.of(here), List.of(offer))
                .getFirst();
        assertThat(advice.verdict()).isEqualTo(new UpgradeAvailable(offer));
    }

    @Test
    void tellsWhatAv1WouldSave() {
        var measure = new Av1Measure(50_000_000, 0.05);
        var fat = Films.of(1920, 1080, "h264", 20_000_000).named("Red.Sand.2019.1080p.BluRay.x264-ALPHA");
        var advice = new Recommender(PROFILE, Optional.of(measure))
                .recommend(List.of(fat), List.of())
                .getFirst();
        // 1920 x 1080 x 24 x 7,200 s at 0.05 bits against 20 Mbit/s.
        assertThat(advice.verdict()).isEqualTo(new Reencode(15_760_512_000L, Duration.ofSeconds(7_166)));
    }

    @Test
    void neverReencodesARemuxDolbyVisionOrWhatIsEfficient() {
        var measure = new Av1Measure(50_000_000, 0.05);
        var fat = Films.of(1920, 1080, "h264", 30_000_000);
        var vision = Films.of(3840, 2160, "h264", 60_000_000).in(Films.hdr(HdrKind.DOLBY_VISION, true));
        var hevc = Films.of(1920, 1080, "hevc", 30_000_000);
        for (var film : List.of(
                fat.named("Red.Sand.2019.1080p.BluRay.Remux.AVC-ALPHA"),
                vision.named("Red.Sand.2019.2160p.WEB-DL.DV-ALPHA"),
                hevc.named("Red.Sand.2019.1080p.BluRay.x265-ALPHA"))) {
            var advice = new Recommender(PROFILE, Optional.of(measure))
                    .recommend(List.of(film), List.of())
                    .getFirst();
            assertThat(advice.verdict()).as(film.name()).isEqualTo(new Keep());
        }
    }
}
