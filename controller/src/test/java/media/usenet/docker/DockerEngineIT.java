package media.usenet.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import media.usenet.composer.ToyProject;
import media.usenet.docker.Container.Health;
import media.usenet.docker.Container.Port;
import media.usenet.docker.OutputLine.Channel;
import media.usenet.health.Finding;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DockerEngineIT {

    private static final String TALKERS = """
            services:
              quiet:
                image: media.usenet.test/toy:1
                ports: ["127.0.0.1::8080"]
                mem_limit: 64m
                healthcheck: {test: ["CMD", "curl", "-f", "http://127.0.0.1:8080/"], interval: 1s}
              left:
                image: media.usenet.test/toy:1
                entrypoint: ["/bin/sh", "-c", "for i in 1 2 3; do echo left $$i; sleep 0.2; done; echo bad >&2; exit 3"]
              right:
                image: media.usenet.test/toy:1
                entrypoint: ["/bin/sh", "-c", "for i in 1 2 3; do echo right $$i; sleep 0.2; done; printf unended"]
            """;

    @TempDir
    Path directory;

    @Test
    void tellsWhatItIs() throws IOException {
        ToyProject.assumeEngine();
        try (var engine = new DockerEngine(ToyProject.LOCAL, InstantSource.system())) {
            var info = engine.info();

            assertThat(info.version()).matches("\\d+\\..*");
            assertThat(info.apiVersion()).matches("\\d+\\.\\d+");
            assertThat(info.runtimes()).contains("runc");
            assertThat(info.cpus()).isEqualTo(Runtime.getRuntime().availableProcessors());
            assertThat(info.rootDirectory()).isAbsolute();
            assertThat(info.desktop()).isFalse();
        }
    }

    @Test
    void knowsTheContainersOfOneProject() throws Exception {
        try (var toys = ToyProject.in(directory, TALKERS)) {
            toys.up();
            ends(toys);

            var quiet = toys.container("quiet");
            assertThat(quiet.running()).isTrue();
            assertThat(quiet.image()).isEqualTo(ToyProject.IMAGE);
            assertThat(toys.engine.images(List.of(ToyProject.IMAGE)).values())
                    .extracting(Image::id)
                    .containsExactly(quiet.imageId());
            assertThat(quiet.exitCode()).isNull();
            assertThat(quiet.ports())
                    .extracting(Port::address, Port::containerPort)
                    .contains(tuple("127.0.0.1", 8080));
            var left = toys.container("left");
            assertThat(left.exitCode()).isEqualTo(3);
            assertThat(left.finished()).isAfter(left.started());
            assertThat(toys.engine.containers("no-such-project")).isEmpty();
            assertThat(toys.engine.container("no-such-container")).isEmpty();
        }
    }

    @Test
    void findsTheImagesThatAreHere() throws IOException {
        try (var toys = ToyProject.in(directory, TALKERS)) {
            assertThat(toys.engine.images(List.of(ToyProject.IMAGE, "media.usenet.test/nothing:1")))
                    .containsOnlyKeys(ToyProject.IMAGE);
        }
    }

    @Test
    void mergesLogsInOrderOfTime() throws Exception {
        try (var toys = ToyProject.in(directory, TALKERS)) {
            toys.up();
            ends(toys);

            var lines = logs(toys, LogRequest.ALL);

            assertThat(lines).extracting(LogLine::time).isSorted();
            assertThat(texts(lines, "left")).containsExactly("left 1", "left 2", "left 3", "bad");
            assertThat(texts(lines, "right")).containsExactly("right 1", "right 2", "right 3", "unended");
            assertThat(lines)
                    .filteredOn(line -> line.channel() == Channel.STDERR)
                    .hasSize(1);
        }
    }

    @Test
    void givesTheLastLinesAlone() throws Exception {
        try (var toys = ToyProject.in(directory, TALKERS)) {
            toys.up();
            ends(toys);

            assertThat(texts(logs(toys, new LogRequest(false, null, 1)), "left"))
                    .containsExactly("bad");
            assertThat(logs(toys, new LogRequest(false, Instant.now().plusSeconds(60), null)))
                    .isEmpty();
        }
    }

    @Test
    void followsLogsUntilTheContainersEnd() throws Exception {
        try (var toys = ToyProject.in(directory, TALKERS)) {
            toys.up();
            var lines = new ArrayList<LogLine>();

            toys.engine.logs(
                    List.of(toys.container("left"), toys.container("right")),
                    new LogRequest(true, null, null),
                    lines::add,
                    () -> {});

            assertThat(texts(lines, "left")).endsWith("left 3", "bad");
            assertThat(texts(lines, "right")).contains("right 1", "right 2", "right 3");
        }
    }

    @Test
    void interruptingEndsFollowing() throws Exception {
        try (var toys = ToyProject.in(directory, TALKERS)) {
            toys.up();
            var first = new CountDownLatch(1);
            var follower = Thread.startVirtualThread(() -> toys.engine.logs(
                    List.of(toys.container("quiet")),
                    new LogRequest(true, null, null),
                    _ -> first.countDown(),
                    () -> {}));
            assertThat(first.await(20, TimeUnit.SECONDS)).isTrue();

            follower.interrupt();

            assertThat(follower.join(Duration.ofSeconds(5))).isTrue();
        }
    }

    @Test
    void longLinesStayWhole() throws Exception {
        var yaml = """
                services:
                  left:
                    image: media.usenet.test/toy:1
                    entrypoint: ["/bin/sh", "-c", "head -c 40000 /dev/zero | tr '\\\\0' x; echo; echo ende — €"]
                """;
        try (var toys = ToyProject.in(directory, yaml)) {
            toys.up();
            ends(toys);

            assertThat(texts(logs(toys, LogRequest.ALL), "left")).containsExactly("x".repeat(40000), "ende — €");
        }
    }

    @Test
    void runsProgramsInContainers() throws IOException {
        try (var toys = ToyProject.in(directory, TALKERS)) {
            toys.up();
            var lines = new ConcurrentLinkedQueue<OutputLine>();

            var exit = toys.engine.exec(
                    toys.container("quiet"), List.of("/bin/sh", "-c", "echo out; echo err >&2; exit 7"), lines::add);

            assertThat(exit).isEqualTo(7);
            assertThat(lines)
                    .containsExactlyInAnyOrder(
                            new OutputLine(Channel.STDOUT, "out"), new OutputLine(Channel.STDERR, "err"));
            assertThat(toys.engine.exec(toys.container("quiet"), List.of("no-such-program"), lines::add))
                    .isIn(126, 127);
        }
    }

    @Test
    void runsNothingInAContainerThatIsStopped() throws Exception {
        try (var toys = ToyProject.in(directory, TALKERS)) {
            toys.up();
            ends(toys);

            assertThatThrownBy(() -> toys.engine.exec(toys.container("left"), List.of("true"), _ -> {}))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problem()).isEqualTo(Problem.SERVICE_NOT_RUNNING));
        }
    }

    @Test
    void samplesWhatRunningContainersUse() throws Exception {
        var busy = TALKERS + """
                  busy:
                    image: media.usenet.test/toy:1
                    entrypoint: ["/bin/sh", "-c", "while :; do :; done"]
                    cpus: 0.5
                """;
        try (var toys = ToyProject.in(directory, busy)) {
            toys.up();
            ends(toys);

            var stats = toys.engine.stats(toys.engine.containers(toys.project.name()));

            assertThat(stats).extracting(one -> one.container().service()).containsExactly("busy", "quiet");
            assertThat(stats.getFirst().cpuPercent()).isBetween(5.0, 80.0);
            assertThat(stats.getLast().usage().memoryLimitBytes()).isEqualTo(64L << 20);
            assertThat(stats.getLast().usage().memoryBytes()).isBetween(1L, 64L << 20);
            assertThat(stats.getLast().usage().processes()).isPositive();
        }
    }

    @Test
    void reportsWhatHappensToContainers() throws Exception {
        try (var toys = ToyProject.in(directory, TALKERS)) {
            var events = new ConcurrentLinkedQueue<EngineEvent>();
            var healthy = new CountDownLatch(1);
            var ended = new CountDownLatch(2);
            try (var watch = toys.engine.events(toys.project.name(), event -> {
                events.add(event);
                switch (event) {
                    case EngineEvent.HealthChanged changed
                    when changed.health() == Health.HEALTHY -> healthy.countDown();
                    case EngineEvent.ContainerEnded _ -> ended.countDown();
                    default -> {}
                }
            })) {
                assertThat(watch).isNotNull();
                toys.up();

                assertThat(healthy.await(30, TimeUnit.SECONDS)).isTrue();
                assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
                assertThat(events)
                        .filteredOn(EngineEvent.ContainerEnded.class::isInstance)
                        .extracting("service", "exitCode")
                        .contains(tuple("left", 3), tuple("right", 0));
                assertThat(events)
                        .filteredOn(EngineEvent.ContainerStarted.class::isInstance)
                        .extracting("service")
                        .contains("quiet", "left", "right");
            }
        }
    }

    @Test
    void eventsGoOnAfterTheEngineWasAway() throws Exception {
        try (var toys = ToyProject.in(directory, TALKERS);
                var relay = new EngineRelay(directory.resolve("engine.sock"));
                var engine = new DockerEngine(
                        new DockerProperties(relay.uri(), Duration.ofSeconds(5), "x"), InstantSource.system())) {
            var lost = new CountDownLatch(1);
            var found = new CountDownLatch(1);
            var started = new ConcurrentLinkedQueue<String>();
            var all = new CountDownLatch(3);
            try (var watch = engine.events(toys.project.name(), event -> {
                switch (event) {
                    case EngineEvent.EngineLost _ -> lost.countDown();
                    case EngineEvent.EngineFound _ -> found.countDown();
                    case EngineEvent.ContainerStarted start -> {
                        started.add(start.service());
                        all.countDown();
                    }
                    default -> {}
                }
            })) {
                assertThat(watch).isNotNull();
                engine.info();
                relay.cut();
                assertThat(lost.await(20, TimeUnit.SECONDS)).isTrue();
                toys.up();
                relay.resume();

                assertThat(found.await(20, TimeUnit.SECONDS)).isTrue();
                assertThat(all.await(20, TimeUnit.SECONDS)).isTrue();
                assertThat(started).containsExactlyInAnyOrder("quiet", "left", "right");
            }
        }
    }

    @Test
    void theNextCallAfterARestartOfTheEngineSucceeds() throws Exception {
        ToyProject.assumeEngine();
        try (var relay = new EngineRelay(directory.resolve("engine.sock"));
                var engine = new DockerEngine(
                        new DockerProperties(relay.uri(), Duration.ofSeconds(5), "x"), InstantSource.system())) {
            engine.images(IntStream.range(0, 20).mapToObj(n -> "none:" + n).toList());
            relay.cut();
            relay.resume();

            assertThat(engine.info().version()).isNotEmpty();
        }
    }

    @Test
    void aMachineWithAnEngineHasNoFindingsThatForbidTheStack() throws IOException {
        ToyProject.assumeEngine();
        try (var engine = new DockerEngine(ToyProject.LOCAL, InstantSource.system())) {
            var check = new DockerCheck(engine);

            assertThat(check.findings())
                    .extracting(Finding::code)
                    .doesNotContain("DOCKER_UNREACHABLE", "DOCKER_DESKTOP");
        }
    }

    @Test
    void figuresOfContainersAreScraped() throws IOException {
        try (var toys = ToyProject.in(directory, TALKERS)) {
            toys.up("quiet");
            var properties =
                    new DockerProperties(ToyProject.LOCAL.host(), ToyProject.LOCAL.timeout(), toys.project.name());

            var figures = new ContainerMetrics(toys.engine, properties, InstantSource.system()).collect();

            assertThat(figures.stream().map(figure -> figure.getMetadata().getPrometheusName()))
                    .contains("container_last_seen", "container_cpu_usage_seconds");
            assertThat(figures.stream())
                    .allSatisfy(figure -> assertThat(figure.getDataPoints())
                            .singleElement()
                            .extracting(point -> point.getLabels().get("name"))
                            .asString()
                            .contains("quiet"));
        }
    }

    /// Waits until those that end by themselves have.
    private static void ends(ToyProject toys) {
        var talkers = toys.engine.containers(toys.project.name()).stream()
                .filter(container -> List.of("left", "right").contains(container.service()))
                .toList();
        toys.engine.logs(talkers, new LogRequest(true, null, null), _ -> {}, () -> {});
    }

    private static List<LogLine> logs(ToyProject toys, LogRequest request) {
        var lines = new ArrayList<LogLine>();
        toys.engine.logs(toys.engine.containers(toys.project.name()), request, lines::add, () -> {});
        return lines;
    }

    private static List<String> texts(List<LogLine> lines, String service) {
        return lines.stream()
                .filter(line -> line.service().equals(service))
                .map(LogLine::text)
                .toList();
    }
}
