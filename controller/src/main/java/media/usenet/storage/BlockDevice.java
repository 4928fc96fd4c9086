package media.usenet.storage;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A disk or a partition of one, as the kernel shows it below `/sys/class/block`. Nothing of it was read from the
/// device
/// itself, so that a drive that hangs cannot be felt here.
///
/// @param name the kernel's name, good for this moment alone: `sdb1`, `nvme0n1p2`, `loop3`
/// @param number major and minor, as mountinfo writes them: `8:17`
/// @param disk name of the whole disk; its own for a disk
/// @param partition its number on the disk; none for a whole disk
/// @param sequence counts every disk and medium that ever appeared, so that one pulled and one put in its place differ;
///     0 where the kernel is older than 5.15
/// @param sizeBytes 0 while there is no medium
/// @param transport `usb`, `sata`, `nvme`, `mmc`, `virtio`, `loop`, ...; `unknown` where it cannot be told
/// @param partUuid of the partition, as the kernel announces it
/// @param holders names of the devices built upon it: `dm-0`, `md127`
/// @param backing the file behind a loop device
public record BlockDevice(
        String name,
        String number,
        String disk,
        @Nullable Integer partition,
        long sequence,
        long sizeBytes,
        boolean readOnly,
        boolean removable,
        String transport,
        @Nullable String vendor,
        @Nullable String model,
        @Nullable String serial,
        @Nullable String wwn,
        @Nullable String partUuid,
        List<String> holders,
        @Nullable String backing) {

    public BlockDevice {
        holders = List.copyOf(holders);
    }

    public boolean isPartition() {
        return partition != null;
    }
}
