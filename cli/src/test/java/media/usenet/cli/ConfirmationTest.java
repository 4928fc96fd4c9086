package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ConfirmationTest {

    @Test
    void yesTakesTheServicesDown() {
        try (var controller = new FakeController()) {
            assertThat(typed(controller, "yes\n").err()).contains("Go on? [y/N] ");
            assertThat(controller.asked())
                    .first()
                    .isEqualTo("POST /v1/services/down {\"services\":[\"sonarr\"],\"category\":null}");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "n\n", "", "what?\n"})
    void anythingElseChangesNothing(String answer) {
        try (var controller = new FakeController()) {
            var ran = typed(controller, answer);
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err()).contains("error: nothing was changed");
            assertThat(controller.asked()).isEmpty();
        }
    }

    private static Ran typed(FakeController controller, String answer) {
        var environment =
                Map.of("USENET_CONTROLLER", controller.url().toString(), "USENET_TOKEN", FakeController.TOKEN);
        return Ran.with(environment, Ran.TERMINAL, answer, "services", "down", "sonarr");
    }
}
