package media.usenet.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import media.usenet.fetch.Corpus;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// Text in filters as the real FFmpeg reads it: handed back by a filter that prints its option, and drawn.
class FilterTextIT {

    private static final Duration LONG = Duration.ofSeconds(60);
    private static final Set<String> TEXTS = Set.of("drawtext_value", "benign_text", "filter_string");
    private static final List<String> OURS = List.of(
            "a\\b",
            "\\",
            "\\\\",
            "'",
            "''",
            "a'b:c,d;e[f]=g",
            " leading and trailing  ",
            "\\ ",
            "%{pts}",
            "日本語 👍",
            "a\\'b",
            "[in]movie=/etc/passwd[out]",
            "${HOME} `id` \"x\" #{y}",
            "x' : textfile='/etc/passwd");

    @TempDir
    private Path folder;

    @BeforeEach
    void needsFfmpeg() {
        assumeThat(new HostProcessRunner().run(Command.of(LONG, "ffmpeg", "-version")))
                .as("needs ffmpeg")
                .isInstanceOf(Outcome.Exited.class);
    }

    @Test
    void our_own_worst_texts_come_back_as_they_are() throws IOException {
        for (var text : OURS) {
            assertLiteral(text);
        }
    }

    @TestFactory
    List<DynamicTest> hostile_texts_come_back_as_they_are_or_are_refused() throws IOException {
        return Corpus.rows("names.dev.jsonl").stream()
                .filter(row -> TEXTS.contains(row.get("kind").asString()))
                .map(row -> DynamicTest.dynamicTest(
                        row.get("id") + " " + row.get("kind"),
                        () -> judge(row, row.get("value").asString())))
                .toList();
    }

    private void judge(JsonNode row, String text) throws IOException {
        try {
            FilterText.value(text);
        } catch (ProblemException e) {
            assertThat(row.get("kind").asString()).as(e.detail()).isNotEqualTo("benign_text");
            return;
        }
        assertLiteral(text);
    }

    @TestFactory
    List<DynamicTest> subtitle_paths_lead_to_the_file_named_so_or_are_refused() throws IOException {
        return Corpus.rows("names.dev.jsonl").stream()
                .filter(row -> row.get("kind").asString().equals("subtitle_path"))
                .map(row -> DynamicTest.dynamicTest(
                        row.get("id").asString(),
                        () -> judgePath(
                                row.get("value").asString(), row.get("verdict").asString())))
                .toList();
    }

    private void judgePath(String path, String verdict) throws IOException {
        if (verdict.equals("reject")) {
            assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> FilterText.path(Path.of(path)));
            return;
        }
        var file = folder.resolve(Path.of(path).getFileName());
        Files.writeString(file, "1\n00:00:00,000 --> 00:00:05,000\nHello\n");
        assertThat(hashes("subtitles=filename=" + FilterText.path(file))).isNotEqualTo(hashes("null"));
    }

    private void assertLiteral(String text) throws IOException {
        // An empty value is no value for this filter.
        if (!text.isEmpty()) {
            var printed = ffmpeg(
                    "metadata=mode=add:key=k:value=" + FilterText.value(text) + ",metadata=mode=print:file='pipe\\:1'",
                    "-f",
                    "null",
                    "-");
            assertThat(printed.lines().filter(line -> line.startsWith("k=")))
                    .as(text)
                    .containsExactly("k=" + text);
        }
        var file = Files.writeString(folder.resolve("text"), text);
        assertThat(hashes(FilterText.drawtext(text)))
                .as(text)
                .isEqualTo(hashes("drawtext=expansion=none:textfile=" + FilterText.path(file)));
    }

    private static String hashes(String filter) {
        return ffmpeg(filter, "-f", "framemd5", "-");
    }

    private static String ffmpeg(String filter, String... output) {
        var argv = new ArrayList<>(List.of("ffmpeg", "-v", "error", "-nostdin", "-f", "lavfi", "-i"));
        argv.addAll(List.of("color=s=1280x64:d=0.04:r=25", "-vf", filter));
        argv.addAll(List.of(output));
        var outcome = (Outcome.Exited) new HostProcessRunner().run(Command.of(LONG, argv));
        assertThat(outcome.code()).as(filter + ": " + outcome.stderr()).isZero();
        return outcome.stdout();
    }
}
