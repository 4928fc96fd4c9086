package media.usenet.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import media.usenet.docker.Container;
import media.usenet.docker.Container.Health;
import media.usenet.docker.Container.Port;
import media.usenet.golden.PlanCase;
import media.usenet.plan.PlannedService;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServiceStateTest {

    private static final InetAddress LOOPBACK = InetAddress.getLoopbackAddress();

    @ParameterizedTest
    @CsvSource({
        "RUNNING,    NONE,      , RUNNING,    UNKNOWN,   100, it has no health check",
        "RUNNING,    STARTING,  , RUNNING,    STARTING,  80,  its health check has not passed yet",
        "RUNNING,    HEALTHY,   , RUNNING,    HEALTHY,   100, its health check passes",
        "RUNNING,    UNHEALTHY, , RUNNING,    UNHEALTHY, 60,  its health check says: refused",
        "PAUSED,     HEALTHY,   , PAUSED,     UNKNOWN,   0,   it was paused",
        "PAUSED,     UNHEALTHY, , PAUSED,     UNKNOWN,   0,   it was paused",
        "RESTARTING, HEALTHY,  1, RESTARTING, UNKNOWN,   0,   it ended with code 1",
        "RESTARTING, NONE,      , RESTARTING, UNKNOWN,   0,   it ended",
        "CREATED,    NONE,      , STOPPED,    UNKNOWN,   0,   it was created and not started",
        "EXITED,     UNHEALTHY,0, STOPPED,    UNKNOWN,   0,   it ended with code 0",
        "DEAD,       NONE,   137, STOPPED,    UNKNOWN,   0,   it ended with code 137",
        "REMOVING,   NONE,     0, STOPPED,    UNKNOWN,   0,   it ended with code 0",
        "OTHER,      NONE,     0, STOPPED,    UNKNOWN,   0,   it ended with code 0",
    })
    void a_container_s_state_is_told_with_its_reason(
            Container.State container,
            Health health,
            @Nullable Integer code,
            ServiceState.State state,
            ServiceState.Condition condition,
            int score,
            String because) {
        var told = ServiceState.of("sonarr", Optional.of(container(container, health, code, 0, false, List.of())));
        assertThat(told).isEqualTo(new ServiceState("sonarr", state, condition, score, 0, null, because));
    }

    @Test
    void a_service_without_container_is_absent() {
        assertThat(ServiceState.of("sonarr", Optional.empty()).state()).isEqualTo(ServiceState.State.ABSENT);
    }

    @Test
    void restarts_and_used_up_memory_cost_points() {
        assertThat(ServiceState.of(
                                "a",
                                Optional.of(
                                        container(Container.State.RUNNING, Health.HEALTHY, null, 2, false, List.of())))
                        .score())
                .isEqualTo(80);
        var starved = ServiceState.of(
                "a", Optional.of(container(Container.State.EXITED, Health.NONE, 137, 0, true, List.of())));
        assertThat(starved.because()).contains("memory was used up");
    }

    @Test
    void asking_settles_what_docker_does_not_know_but_never_overrules_a_failing_check() {
        var unknown = ServiceState.of(
                "a", Optional.of(container(Container.State.RUNNING, Health.NONE, null, 0, false, List.of())));
        assertThat(unknown.asked(new Probed(false, "answers 500 to /")).score()).isEqualTo(60);
        assertThat(unknown.asked(new Probed(true, "answers 200 to /")).health())
                .isEqualTo(ServiceState.Condition.HEALTHY);
        var failing = ServiceState.of(
                "a", Optional.of(container(Container.State.RUNNING, Health.UNHEALTHY, null, 0, false, List.of())));
        assertThat(failing.asked(new Probed(true, "answers 200 to /"))).isEqualTo(failing);
    }

    @ParameterizedTest
    @CsvSource({"200, true", "302, false", "500, false"})
    void a_service_is_well_when_it_answers_as_its_template_says_and_redirects_are_not_followed(int status, boolean well)
            throws Exception {
        var server = answering(status);
        try {
            var asked = ask(planned(""), new Port("0.0.0.0", server.getAddress().getPort(), 8989, "tcp"));
            assertThat(asked).contains(new Probed(well, "answers %d to /ping".formatted(status)));
        } finally {
            server.stop(0);
        }
    }

    @Test
    void one_that_accepts_and_says_nothing_is_given_up_and_so_is_one_that_is_not_there() throws Exception {
        int port;
        try (var silent = new ServerSocket(0, 1, LOOPBACK)) {
            port = silent.getLocalPort();
            assertThat(ask(planned(""), new Port("127.0.0.1", port, 8989, "tcp")))
                    .hasValueSatisfying(asked -> assertThat(asked.answer()).contains("does not answer", "timed out"));
        }
        assertThat(ask(planned(""), new Port("127.0.0.1", port, 8989, "tcp")))
                .hasValueSatisfying(asked -> assertThat(asked.well()).isFalse());
    }

    @Test
    void without_a_published_port_of_its_own_nobody_is_asked() {
        assertThat(ask(planned(""))).isEmpty();
        assertThat(ask(planned(""), new Port("127.0.0.1", 8989, 8989, "udp"))).isEmpty();
        assertThat(ask(planned(""), new Port("127.0.0.1", 6881, 6881, "tcp"))).isEmpty();
    }

    @Test
    void one_that_listens_on_what_is_published_is_asked_where_its_pages_open() throws Exception {
        var server = answering(200);
        try {
            int port = server.getAddress().getPort();
            var moved = planned("http://127.0.0.1:" + port + "/");
            assertThat(ask(moved, new Port("127.0.0.1", 6881, 6881, "tcp"), new Port("127.0.0.1", port, port, "tcp")))
                    .hasValueSatisfying(asked -> assertThat(asked.well()).isTrue());
        } finally {
            server.stop(0);
        }
    }

    @Test
    void targets_are_named_or_a_category_or_all() {
        var plan = PlanCase.plan("catalog: [sonarr, radarr, jellyfin]");
        assertThat(Targets.ALL.in(plan)).contains("sonarr", "radarr", "jellyfin");
        assertThat(new Targets(List.of("sonarr"), null).in(plan)).containsExactly("sonarr");
        assertThat(new Targets(List.of(), "media").in(plan)).containsExactly("jellyfin");
        assertThat(new Targets(List.of("sonarr"), "media").in(plan)).containsExactlyInAnyOrder("jellyfin", "sonarr");
        assertThatThrownBy(() -> new Targets(List.of("sonar"), null).in(plan))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.remedy()).isEqualTo("did you mean sonarr?"));
        assertThatThrownBy(() -> new Targets(List.of(), "films").in(plan))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.remedy()).contains("media"));
    }

    private static HttpServer answering(int status) throws IOException {
        var server = HttpServer.create(new InetSocketAddress(LOOPBACK, 0), 0);
        server.createContext("/", exchange -> {
            exchange.getResponseHeaders().add("Location", "/elsewhere");
            exchange.sendResponseHeaders(exchange.getRequestURI().getPath().equals("/ping") ? status : 200, -1);
            exchange.close();
        });
        server.start();
        return server;
    }

    private static Optional<Probed> ask(PlannedService service, Port... ports) {
        var container = container(Container.State.RUNNING, Health.NONE, null, 0, false, List.of(ports));
        return new ServiceProbe(Duration.ofMillis(300)).ask(service, container);
    }

    private static PlannedService planned(String url) {
        var sonarr = PlanCase.plan("catalog: [sonarr]").find("sonarr").orElseThrow();
        return new PlannedService("sonarr", sonarr.definition(), sonarr.template(), sonarr.decisions(), url);
    }

    private static Container container(
            Container.State state,
            Health health,
            @Nullable Integer code,
            int restarts,
            boolean starved,
            List<Port> ports) {
        return new Container(
                "id",
                "usenet-a-1",
                "a",
                "hash",
                state,
                0,
                health,
                code,
                restarts,
                starved,
                null,
                null,
                "a:1",
                "sha",
                ports,
                "refused\nagain");
    }
}
