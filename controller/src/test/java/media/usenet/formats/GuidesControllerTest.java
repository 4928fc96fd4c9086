package media.usenet.formats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.util.Map;
import media.usenet.api.Sample;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class GuidesControllerTest {

    @Test
    void answersWhatItsSampleShows() {
        var answer = new GuidesController(new Guides(null, Map.of())).guides();
        Sample.assertSameForm("quality.json", JsonMapper.shared().writeValueAsString(answer));
        assertThat(answer.guides()).allSatisfy(guide -> {
            assertThat(guide.origin()).isEqualTo("built in");
            assertThat(guide.chosen()).isEqualTo(guide.profiles().getFirst().name());
        });
    }

    @Test
    void everyProfileOfTheRealGuideCanBeChosen() {
        assumeTrue(
                Files.isRegularFile(TrashGuide.FOLDER.resolve("metadata.json")),
                "skipped: there is no guide at " + TrashGuide.FOLDER);
        for (var application : Application.values()) {
            var guide = new Guides(TrashGuide.FOLDER, Map.of()).of(application);
            assertThat(guide.profiles()).hasSizeGreaterThan(20);
            for (var profile : guide.profiles().subList(0, 3)) {
                var guides = new Guides(TrashGuide.FOLDER, Map.of(application, profile.name()));
                assertThat(guides.profile(application).map(GuideProfile::name)).hasValue(profile.name());
            }
        }
    }
}
