package media.usenet.smart;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StuckRequestsTest {

    @TempDir
    private Path sysfs;

    private final AtomicLong seconds = new AtomicLong();

    @Test
    void a_drive_that_answers_nothing_for_ten_seconds_hangs() throws IOException {
        var requests = requests();
        write(2, 1, 100, 50);
        assertThat(requests.look("sdb")).isEmpty();
        seconds.set(9);
        assertThat(requests.look("sdb")).isEmpty();
        seconds.set(10);
        assertThat(requests.look("sdb")).contains(Duration.ofSeconds(10));
        seconds.set(40);
        assertThat(requests.look("sdb")).contains(Duration.ofSeconds(40));
    }

    @Test
    void a_drive_that_answers_anything_does_not_hang() throws IOException {
        var requests = requests();
        write(2, 1, 100, 50);
        requests.look("sdb");
        seconds.set(20);
        write(2, 1, 100, 51);
        assertThat(requests.look("sdb")).isEmpty();
        seconds.set(30);
        assertThat(requests.look("sdb")).contains(Duration.ofSeconds(10));
    }

    @Test
    void an_idle_drive_does_not_hang() throws IOException {
        var requests = requests();
        write(0, 0, 100, 50);
        requests.look("sdb");
        seconds.set(60);
        write(1, 0, 100, 50);
        assertThat(requests.look("sdb")).isEmpty();
        seconds.set(65);
        assertThat(requests.look("sdb")).isEmpty();
    }

    @Test
    void a_drive_that_was_pulled_is_forgotten() throws IOException {
        var requests = requests();
        write(1, 0, 100, 50);
        requests.look("sdb");
        Files.delete(sysfs.resolve("block/sdb/stat"));
        seconds.set(30);
        assertThat(requests.look("sdb")).isEmpty();
        write(1, 0, 100, 50);
        assertThat(requests.look("sdb")).isEmpty();
    }

    @Test
    void reads_writes_discards_and_flushes_count_as_answers() {
        var stat = "  3  0  8  0  5  0  16  0  1  0  0  7  0  8  0  11  0\n";
        assertThat(DriveRequests.parse("   2   1\n", stat, 4)).isEqualTo(new DriveRequests(3, 26, 4));
        assertThat(DriveRequests.parse("0 0", "3 0 8 0 5 0 16 0 1 0 0", 4)).isEqualTo(new DriveRequests(0, 8, 4));
    }

    private StuckRequests requests() {
        return new StuckRequests(sysfs, () -> Duration.ofSeconds(seconds.get()).toNanos());
    }

    private void write(int reading, int writing, int read, int written) throws IOException {
        var folder = Files.createDirectories(sysfs.resolve("block/sdb"));
        Files.writeString(folder.resolve("inflight"), "%8d %8d\n".formatted(reading, writing));
        Files.writeString(folder.resolve("stat"), "%d 0 0 0 %d 0 0 0 3 0 0 0 0 0 0 0 0\n".formatted(read, written));
    }
}
