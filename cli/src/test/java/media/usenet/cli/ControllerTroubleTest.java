package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ControllerTroubleTest {

    @Test
    void garbageIsNoController() {
        try (var server = RawServer.saying("\u0000\u0001\u0002binary\r\n\r\n")) {
            assertThat(list(server))
                    .isEqualTo(new Ran(
                            10,
                            "",
                            "error: what listens at " + server.url() + " is no usenet controller: no HTTP status line\n"
                                    + "  try: say where the controller listens with --controller URL\n"));
        }
    }

    @Test
    void aWebPageIsNoController() {
        try (var server = RawServer.saying("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>hello")) {
            var ran = list(server);
            assertThat(ran.exit()).isEqualTo(10);
            assertThat(ran.err()).contains("is no usenet controller: answers with text/html");
        }
    }

    @Test
    void anAnswerThatIsCutOffIsNotShownInPart() {
        var head = "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: 9999\r\n\r\n";
        try (var server = RawServer.saying(head + "{\"services\":[")) {
            var ran = list(server);
            assertThat(ran.exit()).isEqualTo(10);
            assertThat(ran.out()).isEmpty();
            assertThat(ran.err())
                    .contains("broke off in the middle of its answer", "systemctl status usenet-controller");
        }
    }

    @Test
    void halfAJsonObjectIsToldAsThat() {
        try (var server =
                RawServer.saying("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n{\"services\":[")) {
            assertThat(list(server).exit()).isEqualTo(10);
            assertThat(list(server).err()).contains("is no JSON object");
        }
    }

    @Test
    void aSilentControllerTakesTooLong() {
        var end = new CountDownLatch(1);
        try (var server = new RawServer((_, _) -> end.await())) {
            var ran = list(server);
            assertThat(ran.exit()).isEqualTo(10);
            assertThat(ran.err()).contains("takes too long to answer");
        } finally {
            end.countDown();
        }
    }

    @Test
    void anotherVersionOfTheControllerIsSaidOnce() {
        var json = "{\"services\":[],\"unheard\":{\"of\":[1,true,null]}}";
        try (var server = RawServer.saying(
                "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nUsenet-Version: 9.9\r\n\r\n" + json)) {
            var ran = list(server);
            assertThat(ran.exit()).isZero();
            assertThat(ran.out()).isEqualTo("No service is enabled. usenet services list --all shows what there is.\n");
            assertThat(ran.err())
                    .isEqualTo("warning: this is usenet " + Version.TEXT
                            + ", the controller is 9.9: install the same version of both\n");
        }
    }

    @Test
    void aStatusWithoutAProblemIsTold() {
        try (var server = RawServer.saying("HTTP/1.1 500 Oops\r\nContent-Length: 4\r\n\r\noops")) {
            var ran = list(server);
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err()).contains("answers 500 to GET /v1/services");
        }
    }

    @Test
    void aSecondUpIsToldThatOneIsRunning() {
        try (var controller = new FakeController()) {
            controller.put(
                    "POST /v1/services/up",
                    409,
                    "application/problem+json",
                    "{\"code\":\"OPERATION_RUNNING\",\"detail\":\"services.up is running\","
                            + "\"remedy\":\"wait for it\",\"exit\":1,\"errors\":[]}");
            assertThat(Ran.against(controller.url(), Ran.PIPE, "services", "up"))
                    .isEqualTo(new Ran(1, "", "error: services.up is running\n  try: wait for it\n"));
        }
    }

    @Test
    void fiveMegabytesAreAnswered() {
        var services = "{\"name\":\"a\",\"url\":\"http://127.0.0.1/\"},".repeat(130_000);
        try (var controller = new FakeController()) {
            var json = "{\"services\":[" + services + "{\"name\":\"b\"}]}";
            assertThat(json.length()).isGreaterThan(5_000_000);
            controller.put("GET /v1/services", 200, "application/json", json);
            assertThat(Ran.against(controller.url(), Ran.PIPE, "services", "list")
                            .out()
                            .lines())
                    .hasSize(130_002);
        }
    }

    @Test
    void jsonIsPrintedByteForByte() {
        try (var controller = new FakeController()) {
            assertThat(Ran.against(controller.url(), Ran.TERMINAL, "hardware", "list", "--json"))
                    .isEqualTo(new Ran(0, FakeController.sample("hardware.json"), ""));
        }
    }

    private static Ran list(RawServer server) {
        return Ran.against(server.url(), Ran.PIPE, "services", "list");
    }
}
