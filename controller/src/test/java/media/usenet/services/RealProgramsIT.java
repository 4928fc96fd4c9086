package media.usenet.services;

import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import media.usenet.api.RunningController;
import media.usenet.composer.ToyProject;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.OutputLine;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;
import media.usenet.host.User;
import media.usenet.pool.PoolsAfterwards;
import media.usenet.services.ServiceState.Condition;
import media.usenet.services.StackCommands.Verb;
import media.usenet.yaml.EnvFile;
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

/// Services that run their real programs, from the files that are really generated.
@ExtendWith(PoolsAfterwards.class)
@DirtiesContext
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RealProgramsIT {

    private static final String PROJECT =
            "usenet-real-" + ProcessHandle.current().pid();
    private static final List<String> PROGRAMS = List.of("prometheus", "qbittorrent", "sabnzbd", "transmission");
    private static final int OWNER = 1234;
    private static final Path FOLDER = RunningController.folder();

    private boolean engineAnswers;

    @Autowired
    private Stack stack;

    @Autowired
    private StackCommands commands;

    @Autowired
    private StackStatus status;

    @Autowired
    private GeneratedStack generated;

    @Autowired
    private Operations operations;

    @Autowired
    private DockerEngine engine;

    @Autowired
    private User user;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) throws IOException {
        // The first slot belongs to whoever the settings say when the controller starts.
        write("user: {uid: %d, gid: %d}\n".formatted(OWNER, OWNER));
        RunningController.withDrives(FOLDER, properties);
        properties.add("docker.project", () -> PROJECT);
    }

    @BeforeAll
    void programs() throws IOException {
        ToyProject.assumeEngine();
        engineAnswers = true;
        assumeTrue(user.root(), "skipped, needs root: files are given to another user");
        chooseServices();
        var command = new ArrayList<>(List.of("../.ci/real-images"));
        stack.plan().services().forEach(service -> command.add(service.name() + "=" + ToyStack.image(service)));
        var built = new HostProcessRunner().run(Command.of(Duration.ofMinutes(15), command));
        assumeTrue(
                built instanceof Exited exited && exited.succeeded(),
                "skipped, images with real programs cannot be built here: " + built);
    }

    private void chooseServices() throws IOException {
        var services = stack.catalog().all().stream()
                .map(service -> "  %s: {enabled: %s}\n".formatted(service.name(), PROGRAMS.contains(service.name())))
                .collect(joining());
        write("user: {uid: %d, gid: %d}\nservices:\n%s".formatted(OWNER, OWNER, services));
    }

    private static void write(String settings) throws IOException {
        Files.createDirectories(FOLDER.resolve("settings"));
        Files.writeString(FOLDER.resolve("settings/stack.yaml"), settings);
    }

    @AfterAll
    void nothingStays() {
        if (engineAnswers && !engine.containers(PROJECT).isEmpty()) {
            ended(commands.start(Verb.DOWN, Targets.ALL));
        }
    }

    @Test
    @Order(1)
    void upStartsThemAndDockerFindsEachHealthy() {
        var operation = ended(commands.start(Verb.UP, Targets.ALL));

        assertThat(operation.problem()).isNull();
        assertThat(operation.state()).isEqualTo(Operation.State.SUCCEEDED);
        assertThat(status.report(Targets.ALL, false).services())
                .extracting(ServiceState::name)
                .containsExactlyElementsOf(PROGRAMS);
        assertAllHealthy(false);
    }

    @Test
    @Order(2)
    void eachIsHealthyWhenItIsAskedItself() {
        assertAllHealthy(true);
    }

    @Test
    @Order(2)
    void whatTheyWriteBelongsToTheConfiguredUser() throws IOException {
        var apps = FOLDER.resolve("state/apps");

        // Each written by the program itself, after it started.
        for (var written : List.of(
                "transmission/settings.json",
                "sabnzbd/logs/sabnzbd.log",
                "qbittorrent/qBittorrent/qBittorrent.conf",
                "prometheus/data/wal")) {
            assertThat(owner(apps.resolve(written))).as(written).isEqualTo(OWNER);
        }
        for (var program : PROGRAMS) {
            assertThat(owner(apps.resolve(program))).as(program).isEqualTo(OWNER);
        }
    }

    @Test
    @Order(2)
    void aDownloadIsSeenOnTheHostAndHardLinkedIntoTheLibrary() throws IOException {
        var download = "/pool/main/downloads/complete/episode.mkv";
        var library = "/pool/main/media/tv/episode.mkv";
        inTransmission("echo episode > " + download);
        inTransmission("ln %s %s".formatted(download, library));

        var onHost = FOLDER.resolve("pool/root/main/downloads/complete/episode.mkv");
        assertThat(onHost).hasContent("episode");
        assertThat(owner(onHost)).isEqualTo(OWNER);
        assertThat(Files.getAttribute(FOLDER.resolve("pool/root/main/media/tv/episode.mkv"), "unix:ino"))
                .isEqualTo(Files.getAttribute(onHost, "unix:ino"));
        assertThat(inTransmission("stat -c %%h:%%i %s".formatted(library)))
                .isEqualTo("2:" + Files.getAttribute(onHost, "unix:ino"));
    }

    @Test
    @Order(2)
    void sabnzbdAcceptsTheGeneratedKeyAndNoOther() throws Exception {
        var key = secret("SABNZBD_API_KEY");

        assertThat(sabnzbd(key).body()).contains("\"queue\"").contains("\"noofslots\"");
        assertThat(sabnzbd(key.replace(key.charAt(0), 'x')).body()).contains("API Key Incorrect");
    }

    @Test
    @Order(2)
    void transmissionAcceptsTheGeneratedPasswordAndNoOther() throws Exception {
        assertThat(transmission("wrong", "").statusCode()).isEqualTo(401);

        var password = secret("TRANSMISSION_PASSWORD");
        var first = transmission(password, "");
        assertThat(first.statusCode()).isEqualTo(409);
        var session = first.headers().firstValue("X-Transmission-Session-Id").orElseThrow();
        assertThat(transmission(password, session).body()).contains("\"result\":\"success\"");
    }

    @Test
    @Order(2)
    void prometheusReadsTheFirstFileThatItWasGiven() throws Exception {
        var configuration = get(address("prometheus").resolve("/api/v1/status/config"));

        assertThat(configuration.statusCode()).isEqualTo(200);
        assertThat(configuration.body()).contains("job_name: exportarr");
    }

    @Test
    @Order(3)
    void anUnchangedStackIsLeftAsItIs() {
        var before = engine.containers(PROJECT).stream().map(Container::id).toList();

        assertThat(stack.preview(Targets.ALL).changes()).isZero();
        ended(commands.start(Verb.UP, Targets.ALL));
        assertThat(engine.containers(PROJECT).stream().map(Container::id)).containsExactlyElementsOf(before);
    }

    @Test
    @Order(4)
    void downRemovesThemAndKeepsWhatTheyWrote() {
        var operation = ended(commands.start(Verb.DOWN, Targets.ALL));

        assertThat(operation.state()).isEqualTo(Operation.State.SUCCEEDED);
        assertThat(engine.containers(PROJECT)).isEmpty();
        assertThat(FOLDER.resolve("state/apps/transmission/settings.json")).isNotEmptyFile();
        assertThat(FOLDER.resolve("pool/root/main/media/tv/episode.mkv")).hasContent("episode");
    }

    private void assertAllHealthy(boolean asking) {
        assertThat(status.report(Targets.ALL, asking).services())
                .hasSameSizeAs(PROGRAMS)
                .allSatisfy(service ->
                        assertThat(service.health()).as(service.toString()).isEqualTo(Condition.HEALTHY));
    }

    /// Runs a line as the user that the program runs as.
    private String inTransmission(String line) {
        var container = engine.containers(PROJECT).stream()
                .filter(running -> running.service().equals("transmission"))
                .findFirst()
                .orElseThrow();
        var printed = new CopyOnWriteArrayList<OutputLine>();
        var argv = List.of("setpriv", "--reuid=" + OWNER, "--regid=" + OWNER, "--clear-groups", "/bin/sh", "-c", line);
        assertThat(engine.exec(container, argv, printed::add))
                .as("%s: %s", line, printed)
                .isZero();
        return printed.stream().map(OutputLine::text).collect(joining("\n"));
    }

    private HttpResponse<String> sabnzbd(String key) throws Exception {
        return get(address("sabnzbd").resolve("/api?output=json&mode=queue&apikey=" + key));
    }

    private HttpResponse<String> transmission(String password, String session) throws Exception {
        var transmission = requireNonNull(generated.services().get("transmission"));
        var environment = (Map<?, ?>) requireNonNull(transmission.get("environment"));
        var login = "%s:%s".formatted(environment.get("USER"), password).getBytes(StandardCharsets.UTF_8);
        return send(HttpRequest.newBuilder(address("transmission").resolve("/transmission/rpc"))
                .header("Authorization", "Basic " + Base64.getEncoder().encodeToString(login))
                .header("X-Transmission-Session-Id", session)
                .POST(HttpRequest.BodyPublishers.ofString("{\"method\":\"session-get\"}")));
    }

    private HttpResponse<String> get(URI uri) throws Exception {
        return send(HttpRequest.newBuilder(uri));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.timeout(Duration.ofSeconds(10)).build(), BodyHandlers.ofString());
    }

    private URI address(String service) {
        return URI.create(stack.plan().find(service).orElseThrow().url());
    }

    private String secret(String name) throws IOException {
        var value = EnvFile.parse(".env", Files.readString(generated.environment()))
                .variables()
                .get(name);
        return assertThat(value).isNotBlank().actual();
    }

    private static int owner(Path path) throws IOException {
        return (int) Files.getAttribute(path, "unix:uid");
    }

    private Operation ended(Operation operation) {
        return operations.await(operation.id());
    }
}
