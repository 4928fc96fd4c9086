package media.usenet.relocation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import media.usenet.apps.Inside;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// SABnzbd and qBittorrent themselves, in containers that `.ci/real-images` builds, asked as a restore asks them.
class DownloadersIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path folder;

    private final HostProcessRunner programs = new HostProcessRunner();
    private final String container = "usenet-told-" + ProcessHandle.current().pid();

    @BeforeEach
    void foldersAreThere() throws IOException {
        Files.createDirectories(folder.resolve("pool/old/done"));
        Files.createDirectories(folder.resolve("pool/new/done"));
        Files.createDirectories(folder.resolve("config/qBittorrent"));
    }

    @AfterEach
    void nothingRuns() {
        docker(List.of("rm", "--force", "--volumes", container));
    }

    private Optional<String> docker(List<String> argv) {
        var command = new ArrayList<>(List.of("docker"));
        command.addAll(argv);
        return programs.run(Command.of(PATIENCE, command)) instanceof Exited exited && exited.succeeded()
                ? Optional.of(exited.stdout())
                : Optional.empty();
    }

    private void run(String program) {
        var image = "lscr.io/linuxserver/" + program + ":real";
        assumeTrue(
                docker(List.of("image", "inspect", image)).isPresent(),
                "skipped, needs the image %s: .ci/real-images %s=%s".formatted(image, program, image));
        var config = folder.resolve("config") + ":/config";
        var pool = folder.resolve("pool") + ":/pool";
        assertThat(docker(List.of(
                        "run",
                        "--detach",
                        "--name",
                        container,
                        "-e",
                        "PUID=0",
                        "-e",
                        "PGID=0",
                        "-v",
                        config,
                        "-v",
                        pool,
                        image)))
                .isPresent();
    }

    private Inside inside(String login) {
        return new Inside("it", login, argv -> {
            var command = new ArrayList<>(List.of("exec", container));
            command.addAll(argv);
            return docker(command);
        });
    }

    private static String answer(Inside inside, String... arguments) {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            try {
                return inside.ask(arguments);
            } catch (ProblemException e) {
                if (System.nanoTime() > until) {
                    throw e;
                }
            }
        }
    }

    private static JsonNode json(Inside inside, String... arguments) {
        return Inside.JSON.readTree(answer(inside, arguments));
    }

    @Test
    void sabnzbdLooksWhereTheFilesAreNow() throws IOException {
        Files.writeString(folder.resolve("config/sabnzbd.ini"), """
                [misc]
                api_key = 0123456789abcdef0123456789abcdef
                complete_dir = /pool/old/done
                download_dir = /pool/elsewhere
                [categories]
                [[films]]
                name = films
                dir = /pool/old/done
                """);
        run("sabnzbd");
        var inside = inside(SabnzbdFolders.LOGIN);
        var api = "http://localhost:8080/api";
        answer(inside, "--data", "mode=version", api);

        var changed = new SabnzbdFolders(inside, "http://localhost:8080").relocate("/pool/old", "/pool/new");

        assertThat(changed)
                .containsExactlyInAnyOrder("complete_dir is /pool/new/done", "the category films is at /pool/new/done");
        var misc = json(inside, "--data", "mode=get_config&section=misc&output=json", api);
        assertThat(misc.at("/config/misc/complete_dir").asString("")).isEqualTo("/pool/new/done");
        assertThat(misc.at("/config/misc/download_dir").asString("")).isEqualTo("/pool/elsewhere");
        assertThat(Files.readString(folder.resolve("config/sabnzbd.ini"))).contains("dir = /pool/new/done");
    }

    @Test
    void qBittorrentLooksWhereTheFilesAreNowIfItsUserLetsClientsOnLocalhostIn() throws IOException {
        qbittorrent("WebUI\\LocalHostAuth=false\nDownloads\\SavePath=/pool/old/done/\n");
        var inside = inside(QBittorrentFolders.LOGIN);
        var api = "http://localhost:8080/api/v2/";
        answer(
                inside,
                "--data",
                "category=films",
                "--data",
                "savePath=/pool/old/done",
                api + "torrents/createCategory");

        var changed = new QBittorrentFolders(inside, "http://localhost:8080").relocate("/pool/old", "/pool/new");

        assertThat(changed).contains("the category films is at /pool/new/done");
        assertThat(json(inside, api + "app/preferences").path("save_path").asString(""))
                .startsWith("/pool/new/done");
        assertThat(json(inside, api + "torrents/categories")
                        .at("/films/savePath")
                        .asString(""))
                .isEqualTo("/pool/new/done");
    }

    @Test
    void qBittorrentThatLetsNobodyInIsNamed() throws IOException {
        qbittorrent("");
        var inside = inside(QBittorrentFolders.LOGIN);
        answer(inside, "http://localhost:8080/api/v2/app/version");

        assertThatThrownBy(() ->
                        new QBittorrentFolders(inside, "http://localhost:8080").relocate("/pool/old", "/pool/new"))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("clients on localhost");
    }

    private void qbittorrent(String preferences) throws IOException {
        Files.writeString(
                folder.resolve("config/qBittorrent/qBittorrent.conf"),
                "[LegalNotice]\nAccepted=true\n[Preferences]\n" + preferences);
        run("qbittorrent");
    }
}
