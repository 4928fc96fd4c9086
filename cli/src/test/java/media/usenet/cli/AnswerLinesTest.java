package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AnswerLinesTest {

    @Test
    void emptyLinesOnlyKeepTheConnectionAlive() {
        try (var controller = new FakeController()) {
            var log = FakeController.sample("service-logs.ndjson");
            controller.put("GET /v1/services/logs", 200, "application/x-ndjson", "\n\n" + log.replace("\n", "\n\n"));

            assertThat(Ran.against(controller.url(), Ran.PIPE, "services", "logs", "-f", "--json"))
                    .isEqualTo(new Ran(0, log, ""));
        }
    }
}
