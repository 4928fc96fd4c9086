package media.usenet.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MadeTest {

    @TempDir
    private Path work;

    @Test
    void a_plain_file_and_a_folder_of_plain_files_are_what_was_made() throws IOException {
        Files.createDirectories(work.resolve("hls/720p"));
        Files.writeString(work.resolve("hls/720p/seg0.ts"), "");
        Files.writeString(work.resolve("hls/master.m3u8"), "");
        assertThat(made(work, "hls")).isEqualTo(work.resolve("hls"));
        assertThat(made(work, "hls/720p/seg0.ts")).isEqualTo(work.resolve("hls/720p/seg0.ts"));
    }

    @Test
    void links_of_both_kinds_and_paths_that_lead_out_are_not() throws IOException {
        Files.createDirectories(work.resolve("d"));
        Files.createSymbolicLink(work.resolve("d/soft"), Path.of("/etc/passwd"));
        Files.createSymbolicLink(work.resolve("etc"), Path.of("/etc"));
        Files.createLink(work.resolve("hard2"), Files.writeString(work.resolve("hard1"), ""));
        for (var name : List.of("d", "d/soft", "etc", "etc/passwd", "hard1", "hard2", "..", ".", "", "/etc/passwd")) {
            assertRefused(work, name);
        }
    }

    static void assertRefused(Path work, String name) {
        assertThatExceptionOfType(ProblemException.class)
                .as(name)
                .isThrownBy(() -> made(work, name))
                .matches(e -> e.problem() == Problem.OUTPUT_REFUSED);
    }

    private static Path made(Path work, String name) {
        return Sandbox.made(work, Path.of(name));
    }
}
