package media.usenet.backup;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import media.usenet.api.RunningController;
import media.usenet.api.Sample;
import media.usenet.composer.ToyProject;
import media.usenet.docker.ToyImages;
import media.usenet.docker.ToyImages.Toy;
import media.usenet.event.Operation;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;
import media.usenet.host.User;
import media.usenet.swap.Trees;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/// A stack of real programs with a user's data in it: backed up while it runs, put back over itself, wiped, and put
/// back on a machine with other folders and another user.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BackupDrillIT {

    private static final String TAG = "real";
    private static final Map<String, String> PROGRAMS = Map.of(
            "transmission", "lscr.io/linuxserver/transmission",
            "sabnzbd", "lscr.io/linuxserver/sabnzbd",
            "qbittorrent", "lscr.io/linuxserver/qbittorrent",
            "prometheus", "prom/prometheus",
            "postgres", "postgres");
    /// Keeps its data in the PostgreSQL beside it, which is real; itself it is a small image that only answers.
    private static final String WITH_DATABASE = "jellystat";
    private static final List<String> SERVICES =
            List.of("transmission", "sabnzbd", "qbittorrent", "prometheus", WITH_DATABASE);
    private static final int USER_THERE = 1234;
    private static final int USER_HERE = 4321;
    private static final String PROJECT = "usenet-k" + ProcessHandle.current().pid();

    private final Path usb = RunningController.folder().resolve("usb");
    private @Nullable Machine there;
    private @Nullable Machine here;
    private int score;

    @BeforeAll
    void aStackOfRealProgramsRuns() throws Exception {
        ToyProject.assumeEngine();
        assumeTrue(User.ofThisProcess().root(), "skipped, needs root: files are given to another user");
        var command = new ArrayList<>(List.of("../.ci/real-images"));
        PROGRAMS.forEach((program, image) -> command.add(program + "=" + image + ":" + TAG));
        var built = new HostProcessRunner().run(Command.of(Duration.ofMinutes(15), command));
        assumeTrue(
                built instanceof Exited exited && exited.succeeded(),
                "skipped, images with real programs cannot be built here: " + built);
        new ToyImages().make(List.of(Toy.of("cyfershepard/jellystat:" + TAG, 3000)));
        there = Machine.start(settled(RunningController.folder()), PROJECT + "a", "services.patience", "60s");
        there().done("/v1/services/up", "{}");
        new RealData(there()).put();
        // It writes where its torrents belong every few minutes, and when it ends.
        there().done("/v1/services/restart", "{\"services\": [\"transmission\"]}");
    }

    private static Path settled(Path folder) throws IOException {
        Machine.write(
                folder.resolve("settings/.env"),
                Stream.of("TRANSMISSION", "SABNZBD", "QBITTORRENT", "PROMETHEUS", "JELLYSTAT", "JELLYSTAT_DB")
                        .map(program -> program + "_VERSION=" + TAG + "\n")
                        .collect(joining()));
        Machine.write(
                folder.resolve("settings/stack.yaml"),
                "user: {uid: %d, gid: %d}\nfolders: {config: %s}\nservices:\n%s"
                        .formatted(USER_THERE, USER_THERE, folder.resolve("appdata"), onlyThese()));
        var prometheus = folder.resolve("appdata/prometheus/etc/prometheus.yml");
        Machine.write(
                prometheus,
                "scrape_configs:\n  - job_name: mine\n    static_configs: [{targets: ['localhost:9090']}]\n");
        try (var files = Files.walk(folder.resolve("appdata"))) {
            for (var file : files.toList()) {
                Files.setAttribute(file, "unix:uid", USER_THERE);
                Files.setAttribute(file, "unix:gid", USER_THERE);
            }
        }
        return folder;
    }

    private static String onlyThese() throws IOException {
        try (var templates = Files.list(Path.of("../compose-templates"))) {
            return templates
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".yaml"))
                    .map(name -> name.replace(".yaml", ""))
                    .sorted()
                    .map(name -> "  %s: {enabled: %s}\n".formatted(name, SERVICES.contains(name)))
                    .collect(joining());
        }
    }

    @AfterAll
    void nothingStays() throws IOException {
        for (var machine : new Machine[] {there, here}) {
            if (machine != null) {
                machine.down();
                machine.close();
                machine.removePool();
            }
        }
    }

    private Machine there() {
        return Objects.requireNonNull(there, "it was not started");
    }

    @Test
    @Order(1)
    void aBackupIsMadeWhileTheyRun() throws Exception {
        new RealData(there()).assertThere();
        there().http().post("/v1/backups/destinations", "{\"name\": \"usb\", \"place\": \"%s\"}".formatted(usb));

        there().done("/v1/backups", "{\"name\": \"whole\", \"destinations\": [\"usb\"]}");

        new RealData(there()).assertThere();
        score = there().score();
    }

    @Test
    @Order(2)
    void aDrillStartsThemOnTheirCopiesAndLeavesNothingBehind() {
        there().done("/v1/backups/drill", "{\"backup\": \"whole\"}");

        assertThat(outcomes())
                .containsEntry("transmission", "WELL")
                .containsEntry("sabnzbd", "WELL")
                .containsEntry("qbittorrent", "WELL")
                .containsEntry("prometheus", "WELL")
                .containsEntry(WITH_DATABASE, "NOT_TRIED");
        assertThat(there().engine().containers(there().project + "-drill")).isEmpty();
        assertThat(there().folder.resolve("state/backup/scratch")).isEmptyDirectory();
    }

    /// Of the last drill.
    private Map<String, String> outcomes() {
        var drill = Sample.json(there().http().get("/v1/backups/history").body())
                .path("entries")
                .get(0);
        assertThat(drill.path("kind").asString("")).isEqualTo("DRILL");
        return drill.path("services")
                .valueStream()
                .collect(toMap(
                        one -> one.path("service").asString(""),
                        one -> one.path("verdict").asString("")));
    }

    @Test
    @Order(2)
    void itIsPutBackOverTheRunningStack() throws Exception {
        var data = new RealData(there());
        data.transmission("{\"method\":\"torrent-remove\",\"arguments\":{\"ids\":[1]}}");
        data.qbittorrent("app/setPreferences", "json={\"alt_dl_limit\":1024}");
        data.sabnzbd("mode=queue&name=delete&value=all");
        data.sql("DELETE FROM viewers");

        there().done("/v1/backups/restore", "{\"backup\": \"whole\"}");

        data.assertThere();
        assertThat(there().score()).isGreaterThanOrEqualTo(score);
        assertThat(there().settings().resolve("backups/usb.key")).isNotEmptyFile();
    }

    @Test
    @Order(3)
    void oneThatDoesNotGetWellBringsTheOldTreesBack() throws Exception {
        var config = there().apps().resolve("prometheus/etc/prometheus.yml");
        var good = Files.readString(config);
        Files.writeString(config, "nonsense: true\n");
        there().done("/v1/backups", "{\"name\": \"broken\", \"destinations\": [\"usb\"]}");
        Files.writeString(config, good);

        var drill = there().ended("/v1/backups/drill", "{\"backup\": \"broken\"}");
        assertThat(String.valueOf(drill.problem())).contains("BACKUP_DAMAGED").contains("prometheus");
        assertThat(outcomes()).containsEntry("prometheus", "UNWELL").containsEntry("transmission", "WELL");

        var operation = there().ended(
                        "/v1/backups/restore",
                        "{\"backup\": \"broken\", \"services\": [\"prometheus\", \"transmission\"]}");

        assertThat(operation.state()).isEqualTo(Operation.State.FAILED);
        assertThat(String.valueOf(operation.problem()))
                .contains("RESTORE_UNDONE")
                .contains("prometheus");
        assertThat(config).hasContent(good);
        new RealData(there()).assertThere();
        // The score remembers that Prometheus was started again and again.
        var status = there().status();
        assertThat(status.path("healthy").asInt(0))
                .isEqualTo(status.path("running").asInt(-1));
    }

    @Test
    @Order(5)
    void wipedItIsPutBackOnAnotherMachineUnderOtherFoldersForAnotherUser() throws Exception {
        var key = there().settings().resolve("backups/usb.key");
        there().down();
        there().close();
        there().removePool();
        var copied = Files.copy(key, usb.resolveSibling("usb.key"));
        Trees.remove(there().folder);
        there = null;

        here = Machine.start(RunningController.folder(), PROJECT + "b");
        var operation = here.done(
                "/v1/backups/restore",
                "{\"backup\": \"whole\", \"place\": \"%s\", \"keyFile\": \"%s\", \"uid\": %d, \"gid\": %d, \"paths\": [\"/pool/main/downloads/torrents=/pool/main/downloads/seeds\"]}"
                        .formatted(usb, copied, USER_HERE, USER_HERE));

        assertThat(operation.state()).isEqualTo(Operation.State.SUCCEEDED);
        new RealData(here).assertThere("/pool/main/downloads/seeds");
        assertThat(here.score()).isGreaterThanOrEqualTo(score);
        assertThat(here.apps()).startsWith(here.folder);
        assertThat(Files.getAttribute(here.apps().resolve("transmission/settings.json"), "unix:uid"))
                .isEqualTo(USER_HERE);
    }
}
