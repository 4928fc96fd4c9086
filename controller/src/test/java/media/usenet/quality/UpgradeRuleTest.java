package media.usenet.quality;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import media.usenet.formats.GuideProfile;
import media.usenet.formats.GuideProfile.Rank;
import media.usenet.quality.UpgradeRule.Standing;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UpgradeRuleTest {

    private static GuideProfile profile(boolean upgrades) {
        var ranks = List.of(
                new Rank("best", Set.of("best"), true),
                new Rank("good", Set.of("good"), true),
                new Rank("fair", Set.of("fair"), true),
                new Rank("poor", Set.of("poor"), false));
        return new GuideProfile("id", "test", ranks, "good", upgrades, 0, 100, 10, "default", Set.of());
    }

    /// Tier, revision and points of what is here and of the offer; tiers are 2 fair, 3 good, 4 best.
    @ParameterizedTest
    @CsvSource({
        "true,  2,0,0,   3,0,0,   UPGRADE",
        "true,  2,0,50,  4,0,-50, UPGRADE",
        "true,  3,0,0,   4,0,0,   QUALITY_CUTOFF_MET",
        "true,  3,0,0,   4,1,0,   UPGRADE",
        "true,  3,0,0,   2,1,90,  WORSE_QUALITY",
        "true,  3,0,0,   3,1,-9,  UPGRADE",
        "true,  3,1,0,   3,0,90,  OLDER_REVISION",
        "true,  3,0,0,   3,0,0,   FORMATS_NO_BETTER",
        "true,  3,0,50,  3,0,40,  FORMATS_NO_BETTER",
        "true,  3,0,0,   3,0,9,   TOO_SMALL_A_STEP",
        "true,  3,0,0,   3,0,10,  UPGRADE",
        "true,  3,0,100, 3,0,200, FORMAT_CUTOFF_MET",
        "false, 3,0,0,   3,0,90,  UPGRADES_NOT_ALLOWED",
        "false, 3,0,0,   3,1,0,   UPGRADE",
        "false, 2,0,0,   3,0,0,   UPGRADES_NOT_ALLOWED",
        "false, 0,0,0,   3,0,0,   UPGRADE",
    })
    void isTheApplicationsOwn(
            boolean upgrades,
            int tier,
            int revision,
            int points,
            int tier2,
            int revision2,
            int points2,
            UpgradeRule rule) {
        assertThat(UpgradeRule.judge(
                        new Standing(tier, revision, points),
                        new Standing(tier2, revision2, points2),
                        profile(upgrades)))
                .isEqualTo(rule);
    }
}
