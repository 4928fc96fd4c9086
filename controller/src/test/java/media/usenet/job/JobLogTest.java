package media.usenet.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JobLogTest {

    @TempDir
    Path folder;

    @Test
    void ofALongLogTheLastPartIsKept() throws IOException {
        try (var log = new JobLog(folder, 1_000, () -> Instant.parse("2026-11-21T12:00:00Z"))) {
            for (int line = 0; line < 100; line++) {
                log.write("line " + line);
            }
        }
        var kept = Files.readString(folder.resolve(JobLog.EARLIER)) + Files.readString(folder.resolve(JobLog.NAME));
        assertThat(kept.length()).isLessThanOrEqualTo(1_000).isGreaterThan(500);
        assertThat(kept).endsWith("2026-11-21T12:00:00Z line 99\n").doesNotContain("line 1\n");
    }

    @Test
    void eachAttemptAddsToIt() throws IOException {
        for (int attempt = 1; attempt <= 2; attempt++) {
            try (var log = new JobLog(folder, 1_000, () -> Instant.EPOCH)) {
                log.write("attempt " + attempt);
            }
        }
        assertThat(Files.readAllLines(folder.resolve(JobLog.NAME))).hasSize(2);
    }

    @Test
    void aDiskThatIsFullFailsNoJob() {
        var log = new JobLog(Path.of("/proc/none"), 1_000, () -> Instant.EPOCH);
        log.write("a line");
        log.close();
        assertThat(log.lost()).isEqualTo(1);
    }
}
