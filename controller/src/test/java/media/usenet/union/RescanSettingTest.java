package media.usenet.union;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import media.usenet.api.Sample;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.union.HoldEffect.RescanNever;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RescanSettingTest {

    /// Of Sonarr 4, shortened.
    private static final String CONFIG = """
            {"autoUnmonitorPreviouslyDownloadedEpisodes": false, "recycleBin": "", "copyUsingHardlinks": true,
             "rescanAfterRefresh": "afterManual", "aFieldOfTomorrow": {"deep": [1, 2]}, "id": 1}""";

    @TempDir
    private Path folder;

    private final List<String> asked = new ArrayList<>();
    private volatile String config = CONFIG;
    private HttpServer sonarr;

    @BeforeEach
    void a_sonarr() throws IOException {
        sonarr = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        sonarr.createContext("/api/v3/config/mediamanagement", this::answer);
        sonarr.start();
    }

    @AfterEach
    void goes() {
        sonarr.stop(0);
    }

    private void answer(HttpExchange exchange) throws IOException {
        asked.add(exchange.getRequestMethod());
        var known = "secret".equals(exchange.getRequestHeaders().getFirst("X-Api-Key"));
        if (known && exchange.getRequestMethod().equals("PUT")) {
            config = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        }
        var body = config.getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(known ? 200 : 401, body.length);
        try (var out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    @Test
    void one_field_changes_and_every_other_stays() {
        setting("secret").engage();
        assertThat(Sample.json(config)).isEqualTo(Sample.json(CONFIG.replace("afterManual", "never")));
    }

    @Test
    void the_release_puts_back_what_was_set_also_after_a_restart() {
        setting("secret").engage();
        setting("secret").release();
        assertThat(Sample.json(config)).isEqualTo(Sample.json(CONFIG));
    }

    @Test
    void to_engage_twice_keeps_the_first_value_and_writes_once() {
        setting("secret").engage();
        setting("secret").engage();
        assertThat(asked).containsExactly("GET", "PUT", "GET");
        setting("secret").release();
        assertThat(Sample.json(config)).isEqualTo(Sample.json(CONFIG));
    }

    @Test
    void who_had_it_at_never_keeps_it() {
        config = CONFIG.replace("afterManual", "never");
        setting("secret").engage();
        setting("secret").release();
        assertThat(asked).containsExactly("GET");
    }

    @Test
    void what_the_user_set_meanwhile_stays() {
        setting("secret").engage();
        config = CONFIG.replace("afterManual", "always");
        setting("secret").release();
        assertThat(Sample.json(config).get("rescanAfterRefresh").asString()).isEqualTo("always");
    }

    @Test
    void one_that_refuses_or_is_down_is_said_by_name() {
        assertFails(setting("wrong"), "status 401");
        sonarr.stop(0);
        assertFails(setting("secret"), "sonarr could not be told about the hold");
    }

    @Test
    void each_application_is_asked_for_what_it_can() {
        assertThat(HoldEffect.of(List.of("sonarr", "jellyfin", "plex", "sabnzbd", "grafana")))
                .containsExactly(
                        new RescanNever("sonarr"),
                        new HoldEffect.ScanTaskOff("jellyfin"),
                        new HoldEffect.TrashWarning("plex"),
                        new HoldEffect.QueuePaused("sabnzbd"));
    }

    private static void assertFails(RescanSetting setting, String text) {
        assertThatThrownBy(setting::engage).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(Problem.APPLICATION_FAILED);
            assertThat(e.detail()).contains(text);
        });
    }

    private RescanSetting setting(String key) {
        var base = URI.create("http://127.0.0.1:" + sonarr.getAddress().getPort() + "/");
        return new RescanSetting(new RescanNever("sonarr"), base, key, folder.resolve("sonarr.json"));
    }
}
