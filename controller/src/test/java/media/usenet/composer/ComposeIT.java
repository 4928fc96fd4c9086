package media.usenet.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.docker.Container;
import media.usenet.docker.Container.Health;
import media.usenet.docker.Container.State;
import media.usenet.docker.OutputLine;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;
import media.usenet.host.ProcessRunner;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComposeIT {

    private static final String THREE = """
            services:
              first:
                image: media.usenet.test/toy:1
                healthcheck: {test: ["CMD-SHELL", "curl -fsS -o /dev/null http://127.0.0.1:8080/ping"], interval: 1s}
                cpus: 0.5
                mem_limit: 64m
                networks: [media]
                group_add: ["44"]
                tmpfs: [/tmp]
                logging: {driver: json-file, options: {max-size: 10m, max-file: "3"}}
                restart: unless-stopped
              second:
                image: media.usenet.test/toy:1
                command: ["--what", "the real program takes"]
                user: "1000:1000"
                environment: {COLOUR: blue}
                depends_on: {first: {condition: service_healthy}}
                networks: [media]
              third:
                image: media.usenet.test/toy:1
                networks: [media]
            networks:
              media: {}
            """;

    @TempDir
    Path directory;

    static Stream<Named<ProcessRunner>> generations() {
        return Stream.of(
                Named.of("docker compose", new HostProcessRunner()),
                Named.of("docker-compose", new WithoutComposeV2()));
    }

    private ToyProject project(ProcessRunner runner, String yaml) throws IOException {
        var project = ToyProject.in(directory, runner, yaml);
        try {
            project.compose.version();
        } catch (ProblemException e) {
            assumeTrue(false, "skipped, needs this generation of Compose: " + e.getMessage());
        }
        return project;
    }

    @ParameterizedTest
    @MethodSource("generations")
    void upStartsEveryServiceAndWaitsForTheHealthOfWhatOthersNeed(ProcessRunner runner) throws IOException {
        try (var toys = project(runner, THREE)) {
            toys.up();

            assertThat(toys.engine.containers(toys.project.name()))
                    .extracting(Container::service, Container::state)
                    .containsExactly(
                            tuple("first", State.RUNNING),
                            tuple("second", State.RUNNING),
                            tuple("third", State.RUNNING));
            assertThat(toys.container("first").health()).isEqualTo(Health.HEALTHY);
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void upOfAnUnchangedProjectTouchesNothing(ProcessRunner runner) throws IOException {
        try (var toys = project(runner, THREE)) {
            toys.up();
            var before = started(toys);

            toys.up();

            assertThat(started(toys)).isEqualTo(before);
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void upRecreatesTheChangedServiceAlone(ProcessRunner runner) throws IOException {
        try (var toys = project(runner, THREE)) {
            toys.up();
            var before = started(toys);
            toys.write(THREE.replace("blue", "green"));

            toys.up();

            assertThat(changed(before, started(toys))).containsExactly("second");
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void theUsersOverrideApplies(ProcessRunner runner) throws IOException {
        try (var toys = project(runner, THREE)) {
            toys.up();
            var before = started(toys);
            Files.writeString(toys.project.override(), "services: {third: {environment: {MINE: 'yes'}}}");

            toys.up();

            assertThat(changed(before, started(toys))).containsExactly("third");
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void hashesOfTheFilesAreThoseOnTheContainers(ProcessRunner runner) throws IOException {
        try (var toys = project(runner, THREE)) {
            toys.up();

            var hashes = toys.compose.run(toys.project, new ComposeCommand.ConfigHashes());

            assertThat(hashes)
                    .isEqualTo(toys.engine.containers(toys.project.name()).stream()
                            .collect(Collectors.toMap(Container::service, Container::configHash)));
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void servicesAreStoppedStartedAndRestartedByName(ProcessRunner runner) throws IOException {
        try (var toys = project(runner, THREE)) {
            toys.up();
            var before = started(toys);

            toys.compose.run(toys.project, new ComposeCommand.Stop(List.of("third"), Duration.ofSeconds(1)));
            assertThat(toys.container("third").state()).isEqualTo(State.EXITED);
            assertThat(toys.container("third").exitCode()).isZero();

            toys.compose.run(toys.project, new ComposeCommand.Start(List.of("third")));
            toys.compose.run(toys.project, new ComposeCommand.Restart(List.of("second"), Duration.ofSeconds(1)));
            assertThat(changed(before, started(toys))).containsExactlyInAnyOrder("second", "third");
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void theModelIsTheFilesAsComposeUnderstandsThem(ProcessRunner runner) throws IOException {
        try (var toys = project(runner, THREE)) {
            var model = toys.compose.run(toys.project, new ComposeCommand.Model());

            assertThat(model)
                    .extractingByKey("services", InstanceOfAssertFactories.MAP)
                    .containsOnlyKeys("first", "second", "third");
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void stepsAreReportedByService(ProcessRunner runner) throws IOException {
        try (var toys = project(runner, THREE)) {
            var steps = new ConcurrentLinkedQueue<Progress>();

            toys.compose.run(toys.project, new ComposeCommand.Up(List.of(), true, true), steps::add);

            assertThat(steps).extracting(Progress::subject).contains("first", "second", "third");
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void aServiceThatStaysSickIsNamed(ProcessRunner runner) throws IOException {
        var sick = THREE.replace("curl -fsS", "false; exit 1;").replace("interval: 1s", "interval: 1s, retries: 1");
        try (var toys = project(runner, sick)) {
            assertThatThrownBy(toys::up).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.problem()).isEqualTo(Problem.COMPOSE_FAILED);
                assertThat(e.detail())
                        .containsAnyOf("first", toys.container("first").id().substring(0, 12))
                        .contains("did not become healthy");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void wrongFilesAreRefusedInComposesOwnWords(ProcessRunner runner) throws IOException {
        try (var toys = project(runner, THREE)) {
            Files.writeString(toys.project.override(), "services: {third: {ports: 5}}");

            assertThatThrownBy(() -> toys.compose.run(toys.project, new ComposeCommand.Validate()))
                    .isInstanceOfSatisfying(ProblemException.class, e -> {
                        assertThat(e.problem()).isEqualTo(Problem.COMPOSE_REJECTED);
                        assertThat(e.detail()).contains("services.third.ports");
                    });
            Files.delete(toys.project.override());
        }
    }

    @Test
    void anImageThatIsNotHereIsNamedAndNotPulled() throws IOException {
        try (var toys = project(new HostProcessRunner(), THREE.replace("toy:1", "nothing:1"))) {
            assertThatThrownBy(toys::up).isInstanceOfSatisfying(ProblemException.class, e -> {
                assertThat(e.problem()).isEqualTo(Problem.IMAGE_NOT_PULLED);
                assertThat(e.detail()).contains("media.usenet.test/nothing:1");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void drivesMountedLaterAppearInContainersThatRun(ProcessRunner runner) throws IOException {
        assumeTrue("root".equals(System.getProperty("user.name")), "skipped, needs root to mount");
        var pool = Files.createDirectory(directory.resolve("pool"));
        var first = runner instanceof WithoutComposeV2;
        var yaml = """
                services:
                  first:
                    image: media.usenet.test/toy:1
                    volumes:
                      - type: bind
                        source: %s
                        target: /pool
                        bind: {%s propagation: rslave}
                """.formatted(pool, first ? "" : "create_host_path: false,");
        run("mount", "--bind", pool.toString(), pool.toString());
        run("mount", "--make-rshared", pool.toString());
        try (var toys = project(runner, yaml)) {
            Files.createDirectory(pool.resolve("1"));
            toys.up();

            run("mount", "-t", "tmpfs", "tmpfs", pool.resolve("1").toString());
            Files.writeString(pool.resolve("1/film"), "");

            var seen = new ConcurrentLinkedQueue<OutputLine>();
            toys.engine.exec(toys.container("first"), List.of("ls", "/pool/1"), seen::add);
            assertThat(seen).extracting(OutputLine::text).containsExactly("film");
        } finally {
            run("umount", "-R", pool.toString());
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void aMissingFolderIsRefusedAndNotMade(ProcessRunner runner) throws IOException {
        var pool = directory.resolve("pool");
        var first = runner instanceof WithoutComposeV2;
        var yaml = """
                services:
                  first:
                    image: media.usenet.test/toy:1
                    volumes:
                      - type: bind
                        source: %s
                        target: /pool
                        bind: {%s propagation: rslave}
                """.formatted(pool, first ? "" : "create_host_path: false,");
        try (var toys = project(runner, yaml)) {
            assertThatThrownBy(toys::up)
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("bind source path does not exist: " + pool);
            assertThat(pool).doesNotExist();
        }
    }

    private static void run(String... argv) {
        assertThat(new HostProcessRunner().run(Command.of(Duration.ofSeconds(10), argv)))
                .isInstanceOfSatisfying(
                        Exited.class,
                        exited -> assertThat(exited.succeeded())
                                .as(exited.stderr())
                                .isTrue());
    }

    private static Map<String, String> started(ToyProject toys) {
        return toys.engine.containers(toys.project.name()).stream()
                .collect(Collectors.toMap(Container::service, container -> container.id() + " " + container.started()));
    }

    private static List<String> changed(Map<String, String> before, Map<String, String> after) {
        return after.keySet().stream()
                .filter(service -> !Objects.equals(after.get(service), before.get(service)))
                .toList();
    }
}
