package media.usenet.duplicates;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import media.usenet.api.RunningController;
import media.usenet.nomination.LongFilm;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Films of nine minutes that no name brings together.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class NominatedDuplicatesIT {

    private static final Path FOLDER = RunningController.folder();
    private static final Path FILMS = FOLDER.resolve("media");
    private static final Instant OLD = Instant.parse("2026-01-02T03:04:05Z");
    private static final int SECONDS = 540;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    @LocalServerPort
    private int port;

    private RunningController controller;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        RunningController.in(FOLDER, properties);
        properties.add("library.folders", FILMS::toString);
        properties.add("library.watch", () -> false);
    }

    @BeforeEach
    void itRuns() {
        controller = new RunningController(port, FOLDER);
    }

    @Test
    void what_pictures_prove_is_found_though_names_disagree_and_nothing_is_read_twice() throws IOException {
        make();
        operation("/v1/library/scan", "{}");
        var first = operation("/v1/duplicates/scan", "{\"pictures\": true}");
        assertThat(first).contains("4 read, of 4 files");
        assertFound();

        // Whatever is read again would be found to be no film any more.
        try (var files = Files.list(FILMS)) {
            for (var file : files.toList()) {
                Files.write(file, new byte[(int) Files.size(file)]);
                Files.setLastModifiedTime(file, FileTime.from(OLD));
            }
        }
        var second = operation("/v1/duplicates/scan", "{\"pictures\": true}");
        assertThat(second).contains("0 read, of 4 files").doesNotContain("\"pictures\"");
        assertFound();
    }

    private static void make() throws IOException {
        Files.createDirectories(FILMS);
        var film = LongFilm.shot(FOLDER, 1, SECONDS);
        film.encoded(FILMS.resolve("movie.mkv"), options("-crf 23"));
        film.encoded(FILMS.resolve("Heat (1995).mp4"), options("-b:v 50k -vf scale=128:72"));
        LongFilm.shot(FOLDER, 2, SECONDS).encoded(FILMS.resolve("Ronin (1998).mkv"), options("-crf 23"));
        var broken = FILMS.resolve("Broken (1999).mkv");
        Files.copy(FILMS.resolve("movie.mkv"), broken);
        // The header stays readable, and no frame behind it.
        try (var channel = Files.newByteChannel(broken, StandardOpenOption.WRITE)) {
            channel.position(20_000);
            channel.write(ByteBuffer.allocate((int) Files.size(broken) - 20_000));
        }
        try (Stream<Path> files = Files.list(FILMS)) {
            for (var file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(OLD));
            }
        }
    }

    private static String[] options(String more) {
        return ("-c:v libx264 -preset veryfast -g 60 " + more).split(" ");
    }

    private void assertFound() {
        var survey = JSON.readTree(get("/v1/duplicates"));
        var groups = survey.at("/groups").valueStream().toList();
        assertThat(groups).as(survey.toPrettyString()).hasSize(1);
        assertThat(groups.getFirst().at("/confidence").asString()).isEqualTo("HIGH");
        assertThat(names(groups.getFirst())).containsExactlyInAnyOrder("movie.mkv", "Heat (1995).mp4");
        assertThat(survey.at("/apart").size()).isZero();
    }

    private static List<String> names(JsonNode group) {
        return group.at("/members")
                .valueStream()
                .map(member -> Path.of(member.at("/path").asString()))
                .map(path -> path.getFileName().toString())
                .toList();
    }

    /// What the operation told, once it has ended.
    private String operation(String path, String body) {
        var id = JSON.readTree(controller.post(path, body).body()).at("/id").asString();
        var told = controller.get("/v1/operations/" + id + "/events").body();
        assertThat(JSON.readTree(get("/v1/operations/" + id)).at("/state").asString())
                .as(told)
                .isEqualTo("SUCCEEDED");
        return told;
    }

    private String get(String path) {
        var answer = controller.get(path);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer.body();
    }
}
