package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OperationTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    private static final String ACCEPTED =
            "HTTP/1.1 202 Accepted\r\nContent-Type: application/json\r\n\r\n{\"id\":\"X\",\"kind\":\"services.up\"}";

    @Test
    void goesOnAfterTheLastEventSeenWhenTheConnectionBreaks() {
        try (var server = new RawServer((number, out) -> out.write((switch (number) {
                    case 1 -> ACCEPTED;
                    case 2 ->
                        HEAD
                                + ": alive\n\nid: 7\nevent: step\ndata: {\"subject\":\"sonarr\",\"text\":\"created\"}\n\nid: 8\nev";
                    case 3 -> "";
                    default ->
                        HEAD + "id: 8\nevent: step\ndata: {\"subject\":\"sonarr\",\"text\":\"started\"}\n\n"
                                + "id: 9\nevent: end\ndata: {\"kind\":\"services.up\",\ndata: \"state\":\"SUCCEEDED\"}\n\n";
                })
                .getBytes(StandardCharsets.UTF_8)))) {
            assertThat(Ran.against(server.url(), Ran.PIPE, "services", "up"))
                    .isEqualTo(new Ran(0, "services.up: done\n", "sonarr: created\nsonarr: started\n"));
            assertThat(server.heads().get(1))
                    .startsWith("GET /v1/operations/X/events ")
                    .doesNotContain("Last-Event-ID");
            assertThat(server.heads().get(2)).contains("\r\nLast-Event-ID: 7\r\n");
            assertThat(server.heads().get(3)).contains("\r\nLast-Event-ID: 7\r\n");
        }
    }

    @Test
    void anOperationThatIsForgottenIsTold() {
        var problem = "{\"code\":\"OPERATION_NOT_FOUND\",\"detail\":\"no operation X\",\"remedy\":\"look\",\"exit\":1}";
        try (var server = new RawServer((number, out) -> out.write((number == 1
                        ? ACCEPTED
                        : "HTTP/1.1 404 Not Found\r\nContent-Type: application/problem+json\r\n\r\n" + problem)
                .getBytes(StandardCharsets.UTF_8)))) {
            assertThat(Ran.against(server.url(), Ran.PIPE, "services", "up"))
                    .isEqualTo(new Ran(1, "", "error: no operation X\n  try: look\n"));
        }
    }

    @Test
    void showsEachSubjectOnALineOfItsOwnOnATerminal() {
        try (var controller = new FakeController()) {
            var ran = Ran.against(controller.url(), Ran.TERMINAL, "services", "up");
            assertThat(ran.err())
                    .contains("jellyfin      pulling  100.0 MiB of 500.0 MiB (20 %)\u001b[K\n\u001b[1A\r"
                            + "jellyfin      started\u001b[K\n");
            assertThat(ran.exit()).isEqualTo(3);
        }
    }
}
