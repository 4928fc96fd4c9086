package media.usenet.composer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import media.usenet.docker.Recorded;
import org.junit.jupiter.api.Test;

class ComposeProgressTest {

    @Test
    void stepsOfTheSecondGenerationNameTheService() {
        assertThat(read("v2/up.stderr"))
                .contains(
                        Progress.of("network media_default", "created"),
                        Progress.of("first", "creating"),
                        Progress.of("first", "healthy"),
                        Progress.of("by-its-own-name", "started"),
                        Progress.of("second", "started"));
    }

    @Test
    void stepsOfTheFirstGenerationNameTheService() {
        assertThat(read("v1/up.stderr"))
                .contains(
                        Progress.of("first", "creating"),
                        Progress.of("first", "creating: done"),
                        Progress.of("by-its-own-name", "creating: done"));
    }

    @Test
    void layersThatAreDownloadedAreSummed() {
        var steps = read("v2/pull.stderr");

        assertThat(steps)
                .contains(Progress.of("first", "pulling"))
                .contains(new Progress("images", "downloading", 20_710_000L, 32_530_000L))
                .contains(new Progress("images", "downloading", 32_530_000L, 32_530_000L))
                .endsWith(Progress.of("first", "pulled"));
    }

    @Test
    void theFirstGenerationTellsPercentAlone() {
        assertThat(read("v1/pull.stderr"))
                .anySatisfy(step -> assertThat(step.text()).matches("pulling: downloading \\(.*%\\)"))
                .endsWith(Progress.of("first", "pulling: done"));
    }

    @Test
    void whatIsNoStepIsNoProgress() {
        assertThat(read("v2/config-wrong.stderr")).isEmpty();
        assertThat(read("v2/engine-away.stderr")).isEmpty();
        assertThat(read("v1/engine-away.stderr")).isEmpty();
    }

    private static List<Progress> read(String recording) {
        var progress = new ComposeProgress("media");
        return Recorded.text("compose/" + recording)
                .lines()
                .map(progress::read)
                .flatMap(Optional::stream)
                .toList();
    }
}
