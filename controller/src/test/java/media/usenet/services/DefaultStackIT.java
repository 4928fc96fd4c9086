package media.usenet.services;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import media.usenet.api.RunningController;
import media.usenet.composer.ToyProject;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.event.Result;
import media.usenet.health.Finding;
import media.usenet.pool.PoolsAfterwards;
import media.usenet.problem.ProblemException;
import media.usenet.services.ServiceState.Condition;
import media.usenet.services.StackCommands.Verb;
import media.usenet.services.StackPreview.Action;
import media.usenet.services.StackPreview.ServicePreview;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// The default stack on the real engine, from the files that are really generated; the images alone are small ones.
@ExtendWith(PoolsAfterwards.class)
@DirtiesContext
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class DefaultStackIT {

    private static final String PROJECT = "usenet-it-" + ProcessHandle.current().pid();
    private static final int DEFAULT_SERVICES = 19;
    /// The controller asks it over https, which the small images do not speak.
    private static final String SPEAKS_TLS = "portainer";
    private static final Path FOLDER = RunningController.folder();

    private boolean engineAnswers;

    @Autowired
    private Stack stack;

    @Autowired
    private StackCommands commands;

    @Autowired
    private StackStatus status;

    @Autowired
    private ServiceOutput output;

    @Autowired
    private Operations operations;

    @Autowired
    private DockerEngine engine;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        RunningController.withDrives(FOLDER, properties);
        properties.add("docker.project", () -> PROJECT);
    }

    @BeforeAll
    void images() throws IOException {
        ToyProject.assumeEngine();
        engineAnswers = true;
        ToyStack.make(stack.plan());
    }

    @AfterAll
    void nothingStays() {
        if (engineAnswers && !engine.containers(PROJECT).isEmpty()) {
            ended(commands.start(Verb.DOWN, Targets.ALL));
        }
    }

    @Test
    @Order(1)
    void aDryRunSaysEverythingAndChangesNothing() {
        var preview = commands.preview(Verb.UP, Targets.ALL);

        assertThat(preview.blockers()).isEmpty();
        assertThat(preview.services()).hasSize(DEFAULT_SERVICES).allMatch(service -> service.action() == Action.CREATE);
        assertThat(FOLDER.resolve("state/stack")).doesNotExist();
        assertThat(engine.containers(PROJECT)).isEmpty();
    }

    @Test
    @Order(2)
    void upStartsEveryServiceAndEachIsHealthy() {
        var operation = ended(commands.start(Verb.UP, Targets.ALL));

        assertThat(operation.problem()).isNull();
        assertThat(operation.state()).isEqualTo(Operation.State.SUCCEEDED);
        var report = status.report(Targets.ALL, false);
        assertThat(report.services()).hasSize(DEFAULT_SERVICES);
        assertThat(findings(report)).isEmpty();
        assertThat(report.running()).isEqualTo(DEFAULT_SERVICES);
        assertThat(status.list(false).services()).allMatch(StackStatus.Listed::enabled);
    }

    @Test
    @Order(3)
    void everyServiceAnswersWhenItIsAskedItself() {
        assertThat(status.report(Targets.ALL, true).services())
                .filteredOn(service -> !service.name().equals(SPEAKS_TLS))
                .filteredOn(service -> !service.health().equals(Condition.UNKNOWN))
                .hasSizeGreaterThan(DEFAULT_SERVICES - 4)
                .allMatch(service -> service.health() == Condition.HEALTHY);
    }

    @Test
    @Order(3)
    void secretsStandInPrivateFilesAlone() throws IOException {
        var environment = FOLDER.resolve("state/stack/.env");
        var compose = Files.readString(FOLDER.resolve("state/stack/compose.yaml"));

        assertThat(Files.getPosixFilePermissions(environment)).hasToString("[OWNER_READ, OWNER_WRITE]");
        Files.readAllLines(environment).stream()
                .filter(line -> line.contains("_API_KEY=") || line.contains("PASSWORD="))
                .map(line -> line.replaceAll(".*='(.*)'", "$1"))
                .forEach(secret -> assertThat(compose).doesNotContain(secret));
    }

    @Test
    @Order(4)
    void upOfAnUnchangedStackTouchesNothing() {
        var before = containers();

        assertThat(stack.preview(Targets.ALL).changes()).isZero();
        assertThat(ended(commands.start(Verb.UP, Targets.ALL)).state()).isEqualTo(Operation.State.SUCCEEDED);
        assertThat(containers()).isEqualTo(before);
    }

    @Test
    @Order(5)
    void onlyTheServiceThatChangedIsRecreatedAndThePreviewSaysWhy() throws IOException {
        var before = containers();
        settings("services: {sonarr: {environment: {COLOUR: blue}}}");

        var change = changed(stack.preview(Targets.ALL));
        assertThat(change).singleElement().satisfies(sonarr -> {
            assertThat(sonarr.name()).isEqualTo("sonarr");
            assertThat(sonarr.action()).isEqualTo(Action.RECREATE);
            assertThat(sonarr.differences()).containsExactly(new Difference("environment.COLOUR", null, "blue"));
        });
        ended(commands.start(Verb.UP, Targets.ALL));

        var after = containers();
        assertThat(after.get("sonarr")).isNotEqualTo(before.get("sonarr"));
        before.remove("sonarr");
        assertThat(after).containsAllEntriesOf(before);
    }

    @Test
    @Order(6)
    void theUsersOverrideAlwaysApplies() throws IOException {
        var override = FOLDER.resolve("settings/compose.override.yaml");
        Files.writeString(override, "services: {radarr: {labels: {mine: \"yes\"}}}\n");

        assertThat(changed(stack.preview(Targets.ALL)))
                .singleElement()
                .extracting(ServicePreview::name)
                .isEqualTo("radarr");
        ended(commands.start(Verb.UP, Targets.ALL));
        assertThat(stack.preview(Targets.ALL).changes()).isZero();

        Files.delete(override);
        ended(commands.start(Verb.UP, Targets.ALL));
    }

    @Test
    @Order(7)
    void aDisabledServiceGoesAndItsConfigurationStays() throws IOException {
        settings("services: {komga: {enabled: false}}");

        assertThat(changed(stack.preview(Targets.ALL)))
                .extracting(ServicePreview::name, ServicePreview::action)
                .contains(tuple("komga", Action.REMOVE));
        ended(commands.start(Verb.UP, Targets.ALL));

        assertThat(containers()).doesNotContainKey("komga");
        assertThat(FOLDER.resolve("state/apps/komga")).isDirectory();
        settings("");
        ended(commands.start(Verb.UP, Targets.ALL));
    }

    @Test
    @Order(8)
    void stopAndStartAreForTheServicesNamedAlone() {
        var targets = new Targets(List.of("sonarr"), null);
        ended(commands.start(Verb.STOP, targets));

        var report = status.report(Targets.ALL, false);
        assertThat(findings(report)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("SERVICE_STOPPED");
            assertThat(finding.remedy()).isEqualTo("usenet services logs sonarr --tail 50");
        });
        assertThat(changed(stack.preview(Targets.ALL)))
                .singleElement()
                .extracting(ServicePreview::action)
                .isEqualTo(Action.START);

        ended(commands.start(Verb.START, targets));
        assertThat(status.report(targets, false).running()).isEqualTo(1);
    }

    @Test
    @Order(9)
    void aCategoryNamesItsServices() {
        var downloads = commands.preview(Verb.RESTART, new Targets(List.of(), "downloads"));

        assertThat(downloads.services())
                .extracting(ServicePreview::name)
                .containsExactlyInAnyOrder("sabnzbd", "transmission");
        assertThatThrownBy(() -> commands.preview(Verb.RESTART, new Targets(List.of("sonar"), null)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no service 'sonar'");
    }

    @Test
    @Order(10)
    void logsAreGivenAsLinesOfJson() throws IOException {
        var out = new ByteArrayOutputStream();
        var everything = LogQuery.of(false, null, 5, "", Instant.now());
        output.logs(new Targets(List.of("sonarr", "radarr"), null), everything, out);

        assertThat(out.toString(StandardCharsets.UTF_8).lines())
                .isNotEmpty()
                .allMatch(line ->
                        line.startsWith("{\"service\":\"sonarr\"") || line.startsWith("{\"service\":\"radarr\""));
    }

    @Test
    @Order(11)
    void aSecondOperationIsRefusedWhileOneRuns() {
        var release = new CompletableFuture<Void>();
        var first = operations.start("services.waiting", _ -> {
            release.join();
            return Result.of(List.of());
        });
        try {
            assertThatThrownBy(() -> commands.start(Verb.UP, Targets.ALL))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("services.waiting is under way");
        } finally {
            release.complete(null);
            ended(first);
        }
    }

    @Test
    @Order(12)
    void statsAreThereForEveryRunningService() {
        assertThat(status.stats(Targets.ALL).services())
                .hasSize(DEFAULT_SERVICES)
                .allMatch(stats -> stats.memoryBytes() > 0 && stats.memoryLimitBytes() > 0);
    }

    @Test
    @Order(13)
    void downRemovesEveryContainerAndNothingElse() {
        ended(commands.start(Verb.DOWN, Targets.ALL));

        assertThat(engine.containers(PROJECT)).isEmpty();
        assertThat(FOLDER.resolve("state/apps/sonarr")).isDirectory();
        assertThat(FOLDER.resolve("pool/root/main/media/tv")).isDirectory();
    }

    private void settings(String yaml) throws IOException {
        Files.createDirectories(FOLDER.resolve("settings"));
        Files.writeString(FOLDER.resolve("settings/stack.yaml"), yaml + "\n");
    }

    private Map<String, String> containers() {
        return new TreeMap<>(engine.containers(PROJECT).stream().collect(toMap(Container::service, Container::id)));
    }

    private static List<Finding> findings(StackStatus.Report report) {
        return report.findings().stream()
                .filter(finding -> !finding.text().startsWith(SPEAKS_TLS))
                .toList();
    }

    private static List<ServicePreview> changed(StackPreview preview) {
        return preview.services().stream()
                .filter(service -> service.action() != Action.NONE)
                .toList();
    }

    private Operation ended(Operation operation) {
        return operations.await(operation.id());
    }
}
