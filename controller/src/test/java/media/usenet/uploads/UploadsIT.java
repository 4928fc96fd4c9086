package media.usenet.uploads;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import media.usenet.api.RunningController;
import media.usenet.api.Sample;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Uploads over real HTTP: with tus, and with curl as the manual shows it.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "uploads.max-size=10MB")
class UploadsIT {

    private static final Path FOLDER = RunningController.folder();
    private static final String[] TUS = {"Tus-Resumable", "1.0.0"};
    private static final String HEAD = "\0\0\0\u0018ftypmp42";

    @Autowired
    private Uploads uploads;

    @LocalServerPort
    private int port;

    @TempDir
    private Path files;

    private RunningController controller;

    @DynamicPropertySource
    static void folders(DynamicPropertyRegistry properties) {
        RunningController.in(FOLDER, properties);
    }

    @BeforeEach
    void running() {
        controller = new RunningController(port, FOLDER);
        uploads.all().forEach(upload -> uploads.delete(upload.id()));
    }

    @Test
    void an_upload_goes_on_where_it_was_cut() {
        var path = created("film.mp4", 20);
        assertThat(piece(path, 0, HEAD).statusCode()).isEqualTo(204);
        assertThat(uploads.all().getFirst().state()).isEqualTo(Upload.State.RECEIVING);
        var offset = tus("HEAD", path, "");
        assertThat(offset.headers().firstValue("Upload-Offset")).hasValue("12");
        assertThat(piece(path, 5, "xx").statusCode()).isEqualTo(409);
        assertThat(piece(path, 12, "12345678").statusCode()).isEqualTo(204);
        var answer = controller.get(path);
        Sample.assertSameForm("upload.json", answer.body());
        assertThat(Sample.json(answer.body()).get("state").asString()).isEqualTo("READY");
        assertThat(uploads.file(path.substring(path.lastIndexOf('/') + 1))).hasContent(HEAD + "12345678");
    }

    @Test
    void a_file_that_is_not_what_it_says_is_refused_with_its_last_piece() {
        var path = created("film.mp4", 4);
        var answer = piece(path, 0, "\u007fELF");
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Sample.json(answer.body()).get("code").asString()).isEqualTo("UPLOAD_REFUSED");
        Sample.assertSameForm("uploads.json", controller.get("/v1/uploads").body());
    }

    @Test
    void a_program_is_refused_before_it_is_sent_and_a_file_that_is_too_large_too() {
        assertThat(create("setup.exe", 20).statusCode()).isEqualTo(422);
        assertThat(create("film.mp4", 20_000_000).statusCode()).isEqualTo(413);
        assertThat(uploads.all()).isEmpty();
    }

    @Test
    void a_checksum_that_does_not_fit_is_noticed() {
        var path = created("film.mp4", 12);
        var wrong = tus(
                "PATCH",
                path,
                HEAD,
                "Upload-Offset",
                "0",
                "Content-Type",
                "application/offset+octet-stream",
                "Upload-Checksum",
                "sha1 AAAAAAAAAAAAAAAAAAAAAAAAAAA=");
        assertThat(wrong.statusCode()).isEqualTo(460);
        assertThat(tus("HEAD", path, "").headers().firstValue("Upload-Offset")).hasValue("0");
    }

    @Test
    void what_the_server_can_do_is_told() {
        var abilities = controller.send("OPTIONS", "/v1/uploads", "");
        assertThat(abilities.headers().firstValue("Tus-Version")).hasValue("1.0.0");
        assertThat(abilities.headers().firstValue("Tus-Max-Size")).hasValue(String.valueOf(10 << 20));
        assertThat(abilities.headers().firstValue("Tus-Extension").orElse(""))
                .contains("creation", "expiration", "checksum", "termination")
                .doesNotContain("concatenation", "download");
    }

    @Test
    void an_upload_is_removed_and_then_unknown() {
        var path = created("film.mp4", 20);
        assertThat(tus("DELETE", path, "").statusCode()).isEqualTo(204);
        assertThat(controller.get(path).statusCode()).isEqualTo(404);
        assertThat(piece(path, 0, "x").statusCode()).isEqualTo(404);
    }

    @Test
    void curl_sends_a_file_as_a_body_and_as_a_form() throws Exception {
        var film = Files.writeString(files.resolve("Mein Film.mp4"), HEAD + "x".repeat(5_000_000));
        assertSent(curl("--data-binary", "@" + film, address("?name=Mein%20Film.mp4")), film);
        assertSent(curl("-F", "file=@" + film, address("")), film);
        assertSent(
                curl("-T", film.toString(), "-X", "POST", "-H", "Transfer-Encoding: chunked", address("?name=x.mp4")),
                film);
    }

    @Test
    void curl_is_told_when_a_file_is_too_large() throws Exception {
        var film = Files.writeString(files.resolve("film.mp4"), HEAD + "x".repeat(12_000_000));
        for (var how : List.of(
                List.of("--data-binary", "@" + film),
                List.of("-T", film.toString(), "-X", "POST", "-H", "Transfer-Encoding: chunked"),
                List.of("-F", "file=@" + film))) {
            var arguments = new ArrayList<>(how);
            arguments.add(address("?name=film.mp4"));
            assertThat(curl(arguments.toArray(String[]::new))).contains("413");
        }
        assertThat(uploads.all()).isEmpty();
        try (var left = Files.list(FOLDER.resolve("state/uploads/incoming"))) {
            assertThat(left).isEmpty();
        }
    }

    private void assertSent(String answer, Path film) {
        Sample.assertSameForm("upload.json", answer);
        var id = Sample.json(answer).get("id").asString();
        assertThat(uploads.file(id)).hasSameBinaryContentAs(film);
    }

    private String address(String query) {
        return "http://127.0.0.1:" + port + "/v1/uploads" + query;
    }

    private String curl(String... arguments) {
        var argv = new ArrayList<>(List.of("curl", "-s", "-H", "Authorization: Bearer " + controller.token()));
        argv.addAll(List.of(arguments));
        var outcome = new HostProcessRunner().run(Command.of(Duration.ofSeconds(60), argv));
        return ((Outcome.Exited) outcome).stdout();
    }

    private String created(String name, long length) {
        var answer = create(name, length);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(201);
        return answer.headers().firstValue("Location").orElseThrow();
    }

    private HttpResponse<String> create(String name, long length) {
        var encoded = Base64.getEncoder().encodeToString(name.getBytes(StandardCharsets.UTF_8));
        return tus("POST", "/v1/uploads", "", "Upload-Length", "" + length, "Upload-Metadata", "filename " + encoded);
    }

    private HttpResponse<String> piece(String path, long offset, String body) {
        return tus(
                "PATCH",
                path,
                body,
                "Upload-Offset",
                String.valueOf(offset),
                "Content-Type",
                "application/offset+octet-stream");
    }

    private HttpResponse<String> tus(String method, String path, String body, String... headers) {
        var all = new ArrayList<>(List.of(TUS));
        all.addAll(List.of(headers));
        return controller.send(method, path, body, all.toArray(String[]::new));
    }
}
