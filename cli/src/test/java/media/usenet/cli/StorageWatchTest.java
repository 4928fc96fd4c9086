package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class StorageWatchTest {

    private static final String HEAD = "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\n\r\n";
    private static final String LATER = """
            id: 43
            event: drive
            data: {"time":"2026-11-21T09:40:00Z","kind":"FULL",
            data: "slot":"films","text":"films is full\\u001b[2J"}

            """;
    private static final String GONE = "HTTP/1.1 410 Gone\r\nContent-Type: application/problem+json\r\n\r\n"
            + "{\"code\":\"ENOUGH\",\"detail\":\"enough\",\"exit\":1}";

    @Test
    void showsEachEventOnALineWithItsMilliseconds() {
        try (var controller = controller()) {
            assertThat(Ran.against(controller.url(), Ran.PIPE, "storage", "watch")
                            .out())
                    .isEqualTo("""
                    09:30:00.003  yanked    travel   travel went away without being ejected  1.9 ms: detach 0.3 ms
                    09:31:12.520  returned  travel   travel is back  4.3 ms: probe 0.9  mount 2.2  check 0.4  show 0.2 ms
                    09:40:00.000  full      films    films is full
                    """);
        }
    }

    @Test
    void goesOnAfterTheLastEventSeenWhenTheControllerRestarts() {
        try (var controller = controller()) {
            var ran = Ran.against(controller.url(), Ran.PIPE, "storage", "watch");
            assertThat(ran.err()).isEqualTo("error: enough\n");
            assertThat(controller.heads().getFirst())
                    .startsWith("GET /v1/storage/events ")
                    .doesNotContain("Last-Event-ID");
            assertThat(controller.heads().get(1)).contains("\r\nLast-Event-ID: 42\r\n");
            assertThat(controller.heads().getLast()).contains("\r\nLast-Event-ID: 43\r\n");
        }
    }

    @Test
    void jsonIsOneObjectALine() {
        try (var controller = controller()) {
            var lines = Ran.against(controller.url(), Ran.PIPE, "storage", "watch", "--json")
                    .out()
                    .lines()
                    .toList();
            assertThat(lines).hasSize(3).allMatch(line -> line.startsWith("{\"time\":") && line.endsWith("}"));
        }
    }

    @Test
    void aLineThatIsTooLongGoesOnBelowItsText() {
        try (var controller = controller()) {
            var terminal = new Terminal(false, true, false, 80);
            assertThat(Ran.against(controller.url(), terminal, "storage", "watch")
                            .out())
                    .contains("""
                            09:31:12.520  returned  travel   travel is back  4.3 ms: probe 0.9  mount 2.2
                                                             check 0.4  show 0.2 ms
                            """);
        }
    }

    /// Breaks off after the sample's events, is away for a moment, tells one more event, and then says that it is
    /// enough.
    private static RawServer controller() {
        return new RawServer((number, out) -> out.write((switch (number) {
                    case 1 -> HEAD + ": alive\n\n" + FakeController.sample("storage-events.txt") + "id: 99\nev";
                    case 2 -> "";
                    case 3 -> HEAD + LATER;
                    default -> GONE;
                })
                .getBytes(StandardCharsets.UTF_8)));
    }
}
