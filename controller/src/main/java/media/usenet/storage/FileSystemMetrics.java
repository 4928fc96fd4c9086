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
import java.util.SequencedMap;

/// Size and free space of the mounted drives, under node_exporter's names. A drive that does not answer in time, or
/// that answers with an error, has no figures but `node_filesystem_device_error`.
final class FileSystemMetrics implements MultiCollector {

    private final Mounts mounts;
    private final Patience patience;

    FileSystemMetrics(Path mountinfo, Patience patience) {
        this.mounts = new Mounts(mountinfo);
        this.patience = patience;
    }

    private record Space(long size, long free, long available) {

        static Space of(Path point) throws IOException {
            var store = Files.getFileStore(point);
            return new Space(store.getTotalSpace(), store.getUnallocatedSpace(), store.getUsableSpace());
        }
    }

    @Override
    public MetricSnapshots collect() {
        var size = gauge("node_filesystem_size_bytes", "File system size in bytes.");
        var free = gauge("node_filesystem_free_bytes", "Free space in bytes.");
        var available = gauge("node_filesystem_avail_bytes", "Space in bytes that users other than root may take.");
        var readOnly = gauge("node_filesystem_readonly", "Whether it is mounted read-only.");
        var error = gauge("node_filesystem_device_error", "Whether its figures could not be had.");
        ask(drives(mounts.all())).forEach((mount, asked) -> {
            var answer = asked.answer();
            if (answer instanceof Answer.Given<Space>(var space)) {
                size.dataPoint(point(mount, space.size()));
                free.dataPoint(point(mount, space.free()));
                available.dataPoint(point(mount, space.available()));
                readOnly.dataPoint(point(mount, mount.readOnly() ? 1 : 0));
            }
            error.dataPoint(point(mount, answer instanceof Answer.Given ? 0 : 1));
        });
        return new MetricSnapshots(size.build(), free.build(), available.build(), readOnly.build(), error.build());
    }

    private SequencedMap<Mount, Patience.Pending<Space>> ask(Collection<Mount> drives) {
        var asked = new LinkedHashMap<Mount, Patience.Pending<Space>>();
        drives.forEach(mount -> asked.put(mount, patience.begin(mount.number(), () -> Space.of(mount.point()))));
        return asked;
    }

    /// Each block device once, at the first place it is mounted. File systems without one are left out: those of the
    /// network, and unions, which count their branches twice.
    private static Collection<Mount> drives(List<Mount> mounts) {
        var drives = new LinkedHashMap<String, Mount>();
        mounts.stream()
                .filter(mount -> mount.source().startsWith("/dev/")
                        && (mount.type().equals("fuseblk") || !mount.type().startsWith("fuse")))
                .forEach(mount -> drives.putIfAbsent(mount.source(), mount));
        return drives.values();
    }

    private static GaugeSnapshot.Builder gauge(String name, String help) {
        return GaugeSnapshot.builder().name(name).help(help);
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
