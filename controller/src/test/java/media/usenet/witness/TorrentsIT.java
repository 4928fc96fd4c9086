package media.usenet.witness;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;
import media.usenet.api.RunningController;
import media.usenet.api.Sample;
import media.usenet.apps.Transmission;
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
import media.usenet.services.StackSwitch;
import media.usenet.trash.Question;
import media.usenet.trash.Use;
import media.usenet.trash.Witness;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// A generated stack in which the real Transmission and the real qBittorrent each have a torrent of a film.
@ExtendWith(PoolsAfterwards.class)
@DirtiesContext
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TorrentsIT {

    private static final String PROJECT = "usenet-w" + ProcessHandle.current().pid();
    private static final List<String> PROGRAMS = List.of("transmission", "qbittorrent");
    private static final Path FOLDER = RunningController.folder();
    private static final String TORRENTS = "/pool/main/downloads/torrents";

    @LocalServerPort
    private int port;

    @Autowired
    private StackSwitch stack;

    @Autowired
    private DockerEngine engine;

    @Autowired
    private Operations operations;

    @Autowired
    private List<Witness> witnesses;

    private boolean up;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) throws IOException {
        Files.createDirectories(FOLDER.resolve("settings"));
        Files.writeString(FOLDER.resolve("settings/stack.yaml"), "services:\n" + onlyThese());
        Files.writeString(FOLDER.resolve("settings/.env"), "TRANSMISSION_VERSION=real\nQBITTORRENT_VERSION=real\n");
        RunningController.withDrives(FOLDER, properties);
        properties.add("docker.project", () -> PROJECT);
    }

    private static String onlyThese() throws IOException {
        try (var templates = Files.list(Path.of("../compose-templates"))) {
            return templates
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .map(name -> "  %s: {enabled: %s}\n".formatted(name, PROGRAMS.contains(name)))
                    .collect(joining());
        }
    }

    @BeforeAll
    void theyRun() throws Exception {
        ToyProject.assumeEngine();
        assumeTrue(User.ofThisProcess().root(), "skipped, needs root: a pool is mounted");
        var command = new ArrayList<>(List.of("../.ci/real-images"));
        PROGRAMS.forEach(program -> command.add("%s=lscr.io/linuxserver/%s:real".formatted(program, program)));
        var built = new HostProcessRunner().run(Command.of(Duration.ofMinutes(15), command));
        assumeTrue(
                built instanceof Exited exited && exited.succeeded(),
                "skipped, images with real programs cannot be built here: " + built);
        up = true;
        done("/v1/services/up", "{}");
        for (var name : List.of("holiday.mkv", "wedding.mkv", "nobodys.mkv")) {
            Files.createDirectories(host(TORRENTS));
            Files.write(host(TORRENTS).resolve(name), new byte[16_384]);
            Files.write(host(TORRENTS).resolve(name + ".torrent"), torrent(name));
        }
    }

    @AfterAll
    void nothingStays() {
        if (up) {
            done("/v1/services/down", "{}");
        }
    }

    @Test
    void what_either_of_them_has_is_busy_and_what_cannot_be_asked_is_not_known() throws Exception {
        var holiday = host(TORRENTS + "/holiday.mkv");
        var wedding = host(TORRENTS + "/wedding.mkv");
        addToTransmission("holiday.mkv");
        assertThat(use(holiday))
                .as("%s", use(holiday))
                .isInstanceOfSatisfying(
                        Use.Busy.class,
                        busy -> assertThat(busy.by()).startsWith("transmission, torrent holiday.mkv, "));
        assertThat(use(wedding))
                .as("without a login")
                .isInstanceOfSatisfying(
                        Use.Unknown.class,
                        unknown -> assertThat(unknown.because()).contains("qbittorrent wants a login"));

        Files.writeString(
                FOLDER.resolve("settings/.env"),
                "TRANSMISSION_VERSION=real\nQBITTORRENT_VERSION=real\nQBITTORRENT_PASSWORD=adminadmin\n");
        addToQBittorrent("wedding.mkv");
        assertThat(use(wedding))
                .as("%s", use(wedding))
                .isInstanceOfSatisfying(
                        Use.Busy.class, busy -> assertThat(busy.by()).startsWith("qbittorrent, torrent wedding.mkv, "));
        var link = host("/pool/main/media/movies/Wedding (2001).mkv");
        Files.createDirectories(link.getParent());
        assertThat(use(Files.createLink(link, wedding))).isInstanceOf(Use.Busy.class);
        assertThat(use(host(TORRENTS + "/nobodys.mkv"))).isEqualTo(new Use.Free());

        done("/v1/services/stop", "{\"services\": [\"transmission\"]}");
        var nobodys = host(TORRENTS + "/nobodys.mkv");
        awaitForgotten(nobodys);
        assertThat(use(nobodys)).isEqualTo(new Use.Unknown("transmission does not run, and cannot be asked"));
    }

    /// What an application answered holds for a few seconds, also when it is stopped right after.
    private void awaitForgotten(Path file) {
        long end = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (use(file) instanceof Use.Free && System.nanoTime() < end) {
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
        }
    }

    private Use use(Path file) {
        return witnesses.stream()
                .filter(witness -> witness.question() == Question.TORRENTS)
                .findFirst()
                .orElseThrow()
                .use(file);
    }

    private static Path host(String inPool) {
        return FOLDER.resolve("pool/root" + inPool.replaceFirst("^/pool", ""));
    }

    private void addToTransmission(String name) throws Exception {
        var metainfo = Base64.getEncoder().encodeToString(torrent(name));
        new Transmission(engine, container("transmission"))
                .call("torrent-add", Map.of("metainfo", metainfo, "download-dir", TORRENTS));
    }

    private void addToQBittorrent(String name) {
        var script = """
                api=http://localhost:$WEBUI_PORT/api/v2
                cookie=$(curl -s -D - -o /dev/null -d username=admin -d password=adminadmin $api/auth/login |
                    sed -n 's/^[Ss]et-[Cc]ookie: \\([^;]*\\).*/\\1/p')
                curl -s -H "Cookie: $cookie" -F paused=true -F savepath=%s -F "torrents=@%s/%s.torrent" $api/torrents/add
                """.formatted(TORRENTS, TORRENTS, name);
        var printed = new CopyOnWriteArrayList<OutputLine>();
        engine.exec(container("qbittorrent"), List.of("sh", "-c", script), printed::add);
        assertThat(printed.stream().map(OutputLine::text)).contains("Ok.");
        awaitIn("qbittorrent");
    }

    /// It answers before it has taken what it was given.
    private void awaitIn(String service) {
        long until = System.nanoTime() + Duration.ofSeconds(20).toNanos();
        while (use(host(TORRENTS + "/wedding.mkv")) instanceof Use.Free && System.nanoTime() < until) {
            Thread.onSpinWait();
        }
        assertThat(container(service).running()).isTrue();
    }

    private Container container(String service) {
        return stack.containers().stream()
                .filter(container -> container.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    private void done(String path, String body) {
        var answer = new RunningController(port, FOLDER).post(path, body);
        var id = Sample.json(answer.body()).path("id").asString("");
        assertThat(id).as(answer.body()).isNotEmpty();
        var operation = operations.await(id);
        assertThat(operation.state()).as("%s", operation.problem()).isEqualTo(Operation.State.SUCCEEDED);
    }

    private static byte[] torrent(String name) throws Exception {
        var piece = MessageDigest.getInstance("SHA-1").digest(name.getBytes(UTF_8));
        var info = "d6:lengthi16384e4:name%d:%s12:piece lengthi16384e6:pieces20:%se"
                .formatted(name.length(), name, new String(piece, ISO_8859_1));
        return ("d8:announce20:http://localhost:1/a4:info" + info + "e").getBytes(ISO_8859_1);
    }
}
