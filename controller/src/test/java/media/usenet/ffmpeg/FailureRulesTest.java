package media.usenet.ffmpeg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class FailureRulesTest {

    private static final Path CORPUS = Path.of("../../shared/data/ffmpeg-stderr");

    @Test
    void every_recorded_failure_of_six_builds_is_told_as_what_it_is() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "the recorded failures are not in " + CORPUS.toAbsolutePath());
        var wrong = new TreeMap<String, String>();
        int judged = 0;
        var lines = Files.readAllLines(CORPUS.resolve("matrix.md"));
        var versions = cells(lines.getFirst());
        for (var line : lines.subList(2, lines.size())) {
            var cells = cells(line);
            for (int column = 1; column < cells.size(); column++) {
                var expected = cells.get(column).replaceAll("\\(.*", "");
                int code = Integer.parseInt(cells.get(column).replaceAll(".*\\(|\\)", ""));
                var file = CORPUS.resolve(versions.get(column)).resolve(cells.getFirst() + ".rc" + code + ".err");
                if (!expected.equals("OK")) {
                    var found = FailureRules.judge(code, Files.readAllLines(file));
                    judged++;
                    if (!found.kind().name().equals(expected)) {
                        wrong.put(file.toString(), found + " in place of " + expected);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(judged).isGreaterThan(100);
    }

    @Test
    void the_recorded_failures_of_drivers_are_told_as_what_they_are() throws IOException {
        assumeTrue(Files.isDirectory(CORPUS), "the recorded failures are not in " + CORPUS.toAbsolutePath());
        var expected = Map.of(
                "B519_nvenc.err", FailureKind.NO_DEVICE,
                "B8.0.1_nvenc.err", FailureKind.DRIVER_TOO_OLD,
                "B7.1.1_cudainit.err", FailureKind.NO_DEVICE,
                "C519_nvenc.err", FailureKind.DRIVER_CAP_MISSING,
                "D519_nonexist.err", FailureKind.NO_DEVICE,
                "D801_regular.err", FailureKind.DRIVER_ERROR);
        for (var file : expected.entrySet()) {
            var lines = Files.readAllLines(CORPUS.resolve(file.getKey()));
            assertThat(FailureRules.judge(1, lines).kind()).as(file.getKey()).isEqualTo(file.getValue());
        }
    }

    @Test
    void the_reason_is_the_line_that_decided() {
        var lines = List.of(
                "[h264_nvenc @ 0x1] Cannot load libnvidia-encode.so.1",
                "[h264_nvenc @ 0x1] The minimum required Nvidia driver for nvenc is 470.57.02 or newer",
                "Error initializing output stream 0:0");
        assertThat(FailureRules.judge(1, lines))
                .isEqualTo(new FailureRules.Failure(
                        FailureKind.DRIVER_CAP_MISSING, "[h264_nvenc @ 0x1] Cannot load libnvidia-encode.so.1"));
    }

    @Test
    void a_session_limit_is_waited_for() {
        var limit = FailureRules.judge(
                1, List.of("[h264_nvenc @ 0x1] OpenEncodeSessionEx failed: out of memory (10): (no details)"));
        assertThat(limit.kind()).isEqualTo(FailureKind.SESSION_LIMIT);
        assertThat(limit.kind().passes()).isTrue();
    }

    @Test
    void what_nobody_explains_is_unknown_with_its_first_line() {
        assertThat(FailureRules.judge(1, List.of("", "Conversion failed!")))
                .isEqualTo(new FailureRules.Failure(FailureKind.UNKNOWN, "Conversion failed!"));
        assertThat(FailureRules.judge(1, List.of()).reason()).contains("exit code 1");
    }

    @Test
    void a_signal_is_told_as_one() {
        assertThat(FailureRules.judge(137, List.of("frame= 10")).kind()).isEqualTo(FailureKind.KILLED);
    }

    @Test
    void a_full_disk_is_told_before_all_else() {
        var lines = List.of(
                "av_interleaved_write_frame(): No space left on device", "Error writing trailer", "Conversion failed!");
        assertThat(FailureRules.judge(1, lines).kind()).isEqualTo(FailureKind.NO_SPACE);
    }

    private static List<String> cells(String line) {
        return List.of(line.substring(1, line.lastIndexOf('|')).split("\\|")).stream()
                .map(String::strip)
                .toList();
    }
}
