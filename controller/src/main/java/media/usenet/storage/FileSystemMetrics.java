package media.usenet.storage;

import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;

/// Size and free space of the mounted drives, under node_exporter's names.
final class FileSystemMetrics implements MultiCollector {

    private final Mounts mounts;

    FileSystemMetrics(Path mountinfo) {
        this.mounts = new Mounts(mountinfo);
    }

    @Override
    public MetricSnapshots collect() {
        var size = GaugeSnapshot.builder().name("node_filesystem_size_bytes").help("File system size in bytes.");
        var free = GaugeSnapshot.builder().name("node_filesystem_free_bytes").help("Free space in bytes.");
        var available = GaugeSnapshot.builder()
                .name("node_filesystem_avail_bytes")
                .help("Space in bytes that users other than root may take.");
        var readOnly =
                GaugeSnapshot.builder().name("node_filesystem_readonly").help("Whether it is mounted read-only.");
        for (var mount : drives(mounts.all())) {
            try {
                var store = Files.getFileStore(mount.point());
                size.dataPoint(point(mount, store.getTotalSpace()));
                free.dataPoint(point(mount, store.getUnallocatedSpace()));
                available.dataPoint(point(mount, store.getUsableSpace()));
                readOnly.dataPoint(point(mount, mount.readOnly() ? 1 : 0));
            } catch (IOException _) {
                // It was unmounted since the list was read: it has no figures any more.
            }
        }
        return new MetricSnapshots(size.build(), free.build(), available.build(), readOnly.build());
    }

    /// Each block device once, at the first place it is mounted. Network and FUSE file systems are left out: asking a
    /// server that is gone hangs.
    private static Collection<Mount> drives(List<Mount> mounts) {
        var drives = new LinkedHashMap<String, Mount>();
        mounts.stream()
                .filter(mount ->
                        mount.source().startsWith("/dev/") && !mount.type().startsWith("fuse"))
                .forEach(mount -> drives.putIfAbsent(mount.source(), mount));
        return drives.values();
    }

    private static GaugeDataPointSnapshot point(Mount mount, long value) {
        var labels = Labels.of(
                "device",
                mount.source(),
                "fstype",
                mount.type(),
                "mountpoint",
                mount.point().toString());
        return GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value((double) value)
                .build();
    }
}
