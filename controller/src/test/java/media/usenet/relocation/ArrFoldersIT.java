package media.usenet.relocation;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import media.usenet.apps.Inside;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Against a stand-in that answers as the OpenAPI document of Sonarr 4 says, asked by the real shell and curl.
class ArrFoldersIT {

    private static final String KEY = "0123456789abcdef";

    private final List<String> asked = new CopyOnWriteArrayList<>();
    private HttpServer server;
    private int makingAnswers = 201;

    @BeforeEach
    void sonarrRuns() throws IOException {
        assumeTrue(Files.isExecutable(Path.of("/usr/bin/curl")), "skipped, needs curl");
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/api/v3/", this::answer);
        server.start();
    }

    @AfterEach
    void itEnds() {
        server.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        var key = exchange.getRequestHeaders().getFirst("X-Api-Key");
        var body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        var call = exchange.getRequestMethod() + " "
                + exchange.getRequestURI().getPath().replace("/api/v3/", "");
        asked.add((call + " " + body).strip());
        var answer = switch (call) {
            case "GET rootfolder" -> """
                [{"id": 3, "path": "/pool/main/media/tv/", "accessible": true, "freeSpace": 5, "unmappedFolders": []},
                 {"id": 4, "path": "/other/tv", "accessible": true}]""";
            case "GET series" -> """
                [{"id": 1, "title": "A", "path": "/pool/main/media/tv/A"}, {"id": 2, "path": "/other/tv/B"},
                 {"id": 7, "path": "/pool/main/media/tv/C"}]""";
            default -> "{}";
        };
        int code = !KEY.equals(key) ? 401 : call.startsWith("POST") ? makingAnswers : 200;
        exchange.sendResponseHeaders(code, 0);
        try (var out = exchange.getResponseBody()) {
            out.write(answer.getBytes(UTF_8));
        }
    }

    private ArrFolders sonarr() {
        var address = "http://localhost:" + server.getAddress().getPort();
        return new ArrFolders(
                new Inside("sonarr", ArrFolders.LOGIN, ArrFoldersIT::printed), ArrFolders.Kind.SONARR, address);
    }

    /// As in its container, where its key is in the environment.
    private static Optional<String> printed(List<String> argv) {
        var command = Command.of(Duration.ofSeconds(30), argv).with("SONARR__AUTH__APIKEY", KEY);
        return new HostProcessRunner().run(command) instanceof Outcome.Exited exited && exited.succeeded()
                ? Optional.of(exited.stdout())
                : Optional.empty();
    }

    @Test
    void seriesAndTheirRootFolderAreWhereTheFilesAreNow() {
        var changed = sonarr().relocate("/pool/main", "/pool/big");

        assertThat(changed).containsExactly("2 of /pool/main/media/tv are in /pool/big/media/tv");
        assertThat(asked.stream().filter(call -> !call.startsWith("GET")).toList())
                .satisfiesExactly(
                        made -> assertThat(made).isEqualTo("POST rootfolder {\"path\":\"/pool/big/media/tv\"}"),
                        moved -> assertThat(moved)
                                .startsWith("PUT series/editor ")
                                .contains("\"seriesIds\":[1,7]")
                                .contains("\"rootFolderPath\":\"/pool/big/media/tv\"")
                                .contains("\"moveFiles\":false"),
                        gone -> assertThat(gone).isEqualTo("DELETE rootfolder/3"));
    }

    @Test
    void aFolderThatItRefusesLeavesAllAsItWas() {
        makingAnswers = 400;

        assertThatThrownBy(() -> sonarr().relocate("/pool/main", "/pool/gone"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("POST rootfolder")
                .hasMessageContaining("400");
        assertThat(asked).noneMatch(call -> call.startsWith("PUT") || call.startsWith("DELETE"));
    }

    @Test
    void whatLiesElsewhereIsNotTouched() {
        assertThat(sonarr().relocate("/pool/mai", "/pool/big")).isEmpty();
    }
}
