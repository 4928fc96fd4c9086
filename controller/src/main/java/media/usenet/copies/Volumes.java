package media.usenet.copies;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import media.usenet.storage.Mount;
import media.usenet.storage.Mounts;

/// What file systems are known by when their drive comes back under another device number: their UUIDs.
final class Volumes {

    private final Path byUuid;
    private final Mounts mounts;

    /// @param byUuid `/dev/disk/by-uuid` on a real host
    Volumes(Path byUuid, Mounts mounts) {
        this.byUuid = byUuid;
        this.mounts = mounts;
    }

    /// @return `uuid:...`, else what the mount is called, which is good until its drive is plugged in anew
    String of(Content file) {
        long device = file.key().device();
        return Mounts.holding(file.path(), mounts.all())
                .map(mount -> uuidOf(mount, device))
                .orElse("device:" + device);
    }

    private String uuidOf(Mount mount, long device) {
        try (DirectoryStream<Path> links = Files.newDirectoryStream(byUuid)) {
            var disk = Path.of(mount.source()).toRealPath();
            for (var link : links) {
                if (link.toRealPath().equals(disk)) {
                    // Subvolumes of one btrfs have devices and inodes of their own.
                    return "uuid:%s%s"
                            .formatted(link.getFileName(), mount.type().equals("btrfs") ? mount.root() : "");
                }
            }
        } catch (IOException _) {
            // Not a disk: a network's share, or a union.
        }
        return "mount:%s:%d".formatted(mount.source(), device);
    }
}
