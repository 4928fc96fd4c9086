package media.usenet.smart;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// The errors that the kernel counted in a mounted file system. Reads the kernel's memory, never the drive.
public final class FileSystemErrors {

    private static final Pattern COUNT = Pattern.compile("(?m)^\\w+_errs (\\d+)$");

    private final Path sysfs;

    /// @param sysfs `/sys` on a real host
    public FileSystemErrors(Path sysfs) {
        this.sysfs = sysfs;
    }

    /// ext4: since it was last checked. btrfs (from Linux 5.14 on): since its counters were last reset. Null where the
    /// kernel counts none (xfs, exfat, ...) or the file system is not mounted.
    ///
    /// @param device the kernel's name of the partition or disk: `sdb1`
    /// @param uuid of the file system
    public @Nullable Long of(String type, String device, String uuid) {
        return switch (type) {
            case "ext4" ->
                read(sysfs.resolve("fs/ext4").resolve(device).resolve("errors_count"))
                        .map(text -> Long.valueOf(text.strip()))
                        .orElse(null);
            case "btrfs" -> btrfs(sysfs.resolve("fs/btrfs").resolve(uuid).resolve("devinfo"));
            default -> null;
        };
    }

    private static @Nullable Long btrfs(Path devices) {
        try (var each = Files.newDirectoryStream(devices)) {
            Long sum = null;
            for (var device : each) {
                var count = read(device.resolve("error_stats")).map(FileSystemErrors::sum);
                if (count.isPresent()) {
                    sum = (sum == null ? 0 : sum) + count.get();
                }
            }
            return sum;
        } catch (IOException _) {
            // Not mounted, or no longer.
            return null;
        }
    }

    static long sum(String errorStats) {
        return COUNT.matcher(errorStats)
                .results()
                .mapToLong(found -> Long.parseLong(found.group(1)))
                .sum();
    }

    private static Optional<String> read(Path file) {
        try {
            return Optional.of(Files.readString(file));
        } catch (IOException _) {
            // The file system went away, or this kernel does not count.
            return Optional.empty();
        }
    }
}
