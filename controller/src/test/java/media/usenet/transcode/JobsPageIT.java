package media.usenet.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import media.usenet.api.RunningController;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Every request that `docs/jobs.md` shows works as it stands there.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class JobsPageIT {

    private static final Path PAGE = Path.of("../docs/jobs.md");
    private static final Path FOLDER = RunningController.folder();
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int SHOWN = 20;

    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        RunningController.in(FOLDER, properties);
        properties.add("transcode.disk-floor", () -> "10MB");
    }

    @Test
    void everyRequestOfThePageWorksAsItStandsThere() throws IOException {
        var media = Files.createDirectories(FOLDER.resolve("pool/root/main/media/movies"));
        var film = Clips.film(media.resolve("Night of the Living Dead (1968).mkv"), 4, "854x480", 25);
        var picture = Clips.picture(FOLDER.resolve("poster.png"), "320x180");
        var lines = Files.readAllLines(PAGE).stream()
                .filter(line -> line.startsWith("    curl ") || line.startsWith("    ID="))
                .map(line -> line.strip().replace("curl ", "curl --silent --show-error --fail-with-body "))
                .toList();
        assertThat(lines).hasSizeGreaterThan(SHOWN);
        var script = Files.write(FOLDER.resolve("page.sh"), lines);
        var command = Command.of(PATIENCE, List.of("bash", "-eu", script.toString()))
                .with("URL", "http://127.0.0.1:" + port)
                .with("AUTH", "Authorization: Bearer " + new RunningController(port, FOLDER).token())
                .with("JSON", "Content-Type: application/json")
                .with("FILM", film.toString())
                .with("PICTURE", picture.toString());
        var outcome = new HostProcessRunner().run(command);
        assertThat(outcome)
                .isInstanceOfSatisfying(
                        Outcome.Exited.class,
                        ended -> assertThat(ended.code())
                                .as(ended.stdout() + ended.stderr())
                                .isZero());
    }
}
