package media.usenet.storage;

import static org.assertj.core.api.Assertions.assertThat;

import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class FileSystemMetricsTest {

    private final CountDownLatch drive = new CountDownLatch(1);

    @TempDir
    private Path folder;

    @Test
    void a_drive_has_its_figures_and_no_error() throws IOException {
        var metrics = metrics(line("8:17", folder, "ext4", "/dev/sdb1"), Duration.ofSeconds(50));
        assertThat(values(metrics, "node_filesystem_size_bytes"))
                .singleElement()
                .satisfies(size -> assertThat(size).isPositive());
        assertThat(values(metrics, "node_filesystem_device_error")).containsExactly(0.0);
    }

    @Test
    void a_drive_that_hangs_has_an_error_and_no_figures_and_holds_nobody_up() throws IOException {
        var patience = new Patience(Duration.ofMillis(30));
        patience.begin("8:17", this::hang);
        try {
            var metrics = metrics(line("8:17", folder, "ext4", "/dev/sdb1"), patience);
            assertThat(values(metrics, "node_filesystem_size_bytes")).isEmpty();
            assertThat(values(metrics, "node_filesystem_device_error")).containsExactly(1.0);
        } finally {
            drive.countDown();
        }
    }

    @Test
    void a_place_that_cannot_be_asked_has_an_error() throws IOException {
        var lines = line("8:17", folder.resolve("gone"), "ext4", "/dev/sdb1");
        assertThat(values(metrics(lines, Duration.ofSeconds(50)), "node_filesystem_device_error"))
                .containsExactly(1.0);
    }

    @Test
    void what_is_on_a_device_counts_once_whatever_drives_it() throws IOException {
        var lines = line("8:17", folder, "fuseblk", "/dev/sdb1")
                + line("8:17", folder, "fuseblk", "/dev/sdb1")
                + line("0:60", folder, "fuse.mergerfs", "films:travel")
                + line("0:61", folder, "nfs4", "nas:/films");
        assertThat(values(metrics(lines, Duration.ofSeconds(50)), "node_filesystem_device_error"))
                .hasSize(1);
    }

    private FileSystemMetrics metrics(String mountinfo, Duration limit) throws IOException {
        return metrics(mountinfo, new Patience(limit));
    }

    private FileSystemMetrics metrics(String mountinfo, Patience patience) throws IOException {
        return new FileSystemMetrics(Files.writeString(folder.resolve("mountinfo"), mountinfo), patience);
    }

    private static List<Double> values(FileSystemMetrics metrics, String name) {
        return metrics.collect().stream()
                .filter(metric -> metric.getMetadata().getName().equals(name))
                .flatMap(metric -> ((GaugeSnapshot) metric).getDataPoints().stream())
                .map(GaugeDataPointSnapshot::getValue)
                .toList();
    }

    private static String line(String number, Path point, String type, String source) {
        return "36 35 %s / %s rw,noatime - %s %s rw\n".formatted(number, point, type, source);
    }

    private int hang() throws IOException {
        try {
            drive.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
        return 0;
    }
}
