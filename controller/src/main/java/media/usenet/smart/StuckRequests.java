package media.usenet.smart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/// Finds drives that hang: they hold requests and answer none. Reads the kernel's counters, never the drive.
public final class StuckRequests {

    private static final Duration LONG = Duration.ofSeconds(10);

    private final Path sysfs;
    private final LongSupplier nanoTime;
    private final Map<String, DriveRequests> lastProgress = new ConcurrentHashMap<>();

    /// @param sysfs `/sys` on a real host
    /// @param nanoTime `System::nanoTime`
    public StuckRequests(Path sysfs, LongSupplier nanoTime) {
        this.sysfs = sysfs;
        this.nanoTime = nanoTime;
    }

    /// Looks at a disk, and says for how long it has answered nothing if that is 10 s or more. Two looks are needed.
    ///
    /// @param disk the kernel's name of the whole disk: `sdb`
    public Optional<Duration> look(String disk) {
        var now = read(disk);
        if (now.isEmpty()) {
            lastProgress.remove(disk);
            return Optional.empty();
        }
        var earlier = Optional.ofNullable(lastProgress.get(disk));
        var stuck = earlier.flatMap(before -> now.get().stuckSince(before));
        if (stuck.isEmpty()) {
            lastProgress.put(disk, now.get());
        }
        return stuck.filter(span -> span.compareTo(LONG) >= 0);
    }

    private Optional<DriveRequests> read(String disk) {
        var folder = sysfs.resolve("block").resolve(disk);
        try {
            var inflight = Files.readString(folder.resolve("inflight"));
            return Optional.of(
                    DriveRequests.parse(inflight, Files.readString(folder.resolve("stat")), nanoTime.getAsLong()));
        } catch (IOException _) {
            // The disk was pulled.
            return Optional.empty();
        }
    }
}
