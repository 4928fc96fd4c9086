package media.usenet.uploads;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import media.usenet.fetch.FileKind;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.util.unit.DataSize;

class UploadsTest {

    private static final UploadRules RULES = new UploadRules(DataSize.ofKilobytes(100), Duration.ofHours(24));
    private static final byte[] FILM = bytes("\0\0\0\u0018ftypmp42 and so on");

    @TempDir
    private Path folder;

    @Test
    void a_film_is_kept_under_a_safe_name_and_found_again() {
        var upload = receive("../Amélie.mp4", FILM);
        assertThat(upload.name()).isEqualTo("_Amélie.mp4");
        assertThat(upload.state()).isEqualTo(Upload.State.READY);
        assertThat(upload.kind()).isEqualTo(FileKind.MP4);
        assertThat(uploads().all()).containsExactly(upload);
        assertThat(uploads().file(upload.id())).hasBinaryContent(FILM);
    }

    @Test
    void what_it_is_called_and_what_it_is_must_agree() {
        assertRefused("film.mkv", FILM);
        assertRefused("film.mp4", bytes("\u007fELF"));
        assertRefused("film.mp4", bytes("#!/bin/sh\nid"));
        assertRefused("film.mp4", bytes("PK\u0003\u0004"));
        assertRefused("film.mp4", bytes(""));
        assertRefused("a.gif", bytes("GIF89a<script>"));
        assertRefused("page.html", bytes("<html>"));
        assertRefused("setup.exe", FILM);
        assertThat(uploads().all()).allMatch(upload -> upload.state() == Upload.State.REFUSED);
    }

    @Test
    void of_what_was_refused_only_the_reason_is_kept() throws IOException {
        assertRefused("film.mp4", bytes("MZ"));
        var upload = uploads().all().getFirst();
        assertThat(upload.because()).contains("first bytes");
        assertProblem(Problem.UPLOAD_REFUSED, () -> uploads().file(upload.id()));
        try (var files = Files.walk(folder)) {
            assertThat(files).noneMatch(file -> file.endsWith("data"));
        }
    }

    @Test
    void an_ending_that_the_settings_name_is_not_taken() {
        var strict = new Uploads(folder, RULES, new Judge(Set.of("mp4"), Optional.empty()), Instant::now);
        assertProblem(Problem.UPLOAD_REFUSED, () -> strict.receive("a.mp4", -1, new ByteArrayInputStream(FILM)));
    }

    @Test
    void too_much_is_refused_when_it_is_announced_and_when_it_comes() throws IOException {
        assertProblem(
                Problem.UPLOAD_TOO_LARGE, () -> uploads().receive("a.mp4", 200_000, InputStream.nullInputStream()));
        var endless = new InputStream() {
            @Override
            public int read() {
                return 'x';
            }
        };
        assertProblem(Problem.UPLOAD_TOO_LARGE, () -> uploads().receive("a.mp4", -1, endless));
        assertThat(uploads().all()).isEmpty();
    }

    @Test
    void an_upload_that_nobody_uses_is_removed_after_its_time() throws IOException {
        var old = receive("old.mp4", FILM);
        var used = receive("used.mp4", FILM);
        for (var upload : Set.of(old, used)) {
            var longAgo = FileTime.from(Instant.now().minus(Duration.ofHours(25)));
            var its = folder.resolve("uploads").resolve(upload.id());
            Files.setLastModifiedTime(its.resolve("data"), longAgo);
            Files.setLastModifiedTime(its, longAgo);
        }
        uploads().file(used.id());
        uploads().sweep();
        assertThat(uploads().all()).extracting(Upload::id).containsExactly(used.id());
    }

    @Test
    void ids_are_not_paths() {
        for (var id : Set.of("..", "../..", "x", "", "0b9a6c1e-6f0e-4b7e-9a53-3f4bb0d0e6a1")) {
            assertProblem(Problem.UPLOAD_NOT_FOUND, () -> uploads().file(id));
            assertProblem(Problem.UPLOAD_NOT_FOUND, () -> uploads().delete(id));
        }
    }

    @Test
    void a_virus_is_not_taken_and_neither_is_anything_while_the_scanner_is_away() throws IOException {
        var socket = folder.resolve("clamd");
        var scanning = new Uploads(
                folder, RULES, new Judge(Set.of(), Optional.of(new ClamAv(socket.toString(), 50_000))), Instant::now);
        assertProblem(Problem.UPLOAD_REFUSED, () -> scanning.receive("a.mp4", -1, new ByteArrayInputStream(FILM)));
        try (var _ = new FakeClamd(socket)) {
            assertThat(scanning.receive("a.mp4", -1, new ByteArrayInputStream(FILM))
                            .state())
                    .isEqualTo(Upload.State.READY);
            var infected = bytes(new String(FILM, StandardCharsets.ISO_8859_1) + "x".repeat(30_000) + "VIRUS");
            assertThatExceptionOfType(ProblemException.class)
                    .isThrownBy(() -> scanning.receive("a.mp4", -1, new ByteArrayInputStream(infected)))
                    .withMessageContaining("Test.Virus FOUND");
        }
    }

    @Test
    void the_real_scanner_finds_the_test_virus() throws IOException {
        var socket = Path.of("/run/clamav/clamd.ctl");
        assumeThat(socket).as("needs clamd").exists();
        var eicar = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-" + "FILE!$H+H*";
        var file = Files.writeString(folder.resolve("eicar"), eicar);
        assertThat(new ClamAv(socket.toString(), 1000).infection(file))
                .hasValueSatisfying(it -> assertThat(it).contains("FOUND"));
    }

    private Upload receive(String name, byte[] content) {
        return uploads().receive(name, content.length, new ByteArrayInputStream(content));
    }

    private void assertRefused(String name, byte[] content) {
        assertProblem(Problem.UPLOAD_REFUSED, () -> receive(name, content));
    }

    private static void assertProblem(Problem problem, ThrowingCallable doing) {
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(doing)
                .matches(e -> e.problem() == problem, problem.name());
    }

    private Uploads uploads() {
        return new Uploads(folder, RULES, new Judge(Set.of(), Optional.empty()), Instant::now);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
