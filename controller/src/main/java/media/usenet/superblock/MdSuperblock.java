package media.usenet.superblock;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// A member of a Linux software RAID; layouts: the kernel's include/uapi/linux/raid/md_p.h.
final class MdSuperblock {

    private static final long MAGIC = 0xa92b4efcL;
    private static final int LENGTH = 4096;
    private static final long RESERVED = 64 * 1024;
    private static final String TYPE = "linux_raid_member";

    private MdSuperblock() {}

    static Optional<Sighting> in(DeviceBytes device) throws IOException {
        // 1.1, 1.2 and 1.0
        for (var position : List.of(0L, 4096L, (device.size() - 8192) & -4096L)) {
            var block = device.at(position, LENGTH);
            if (block.u32(0) == MAGIC && block.u32(4) == 1 && block.u64(144) == position / 512) {
                return Optional.of(version1(block));
            }
        }
        return version0(device);
    }

    private static Sighting version1(Bytes block) {
        var covered = 256 + 2 * Math.min(block.u32(220), (LENGTH - 256) / 2);
        return holds(sum(block, covered, 216, ByteOrder.LITTLE_ENDIAN), block.u32(216))
                ? Sighting.wraps(new Content.Member(TYPE, block.uuid(16), block.text(32, 32)))
                : Sighting.broken(TYPE, "the checksum of its superblock is wrong");
    }

    /// Version 0.90 stands at the end, in the byte order of whoever made it. That of a disk's last partition also
    /// looks like the whole disk's.
    private static Optional<Sighting> version0(DeviceBytes device) throws IOException {
        var position = (device.size() & -RESERVED) - RESERVED;
        var block = device.at(position, LENGTH);
        for (var order : List.of(ByteOrder.LITTLE_ENDIAN, ByteOrder.BIG_ENDIAN)) {
            if (block.u32(0, order) == MAGIC && block.u32(4, order) == 0) {
                var begin = position - block.u32(32, order) * 1024;
                return PartitionSector.covers(device, begin, position)
                        ? Optional.empty()
                        : Optional.of(version0(block, order));
            }
        }
        return Optional.empty();
    }

    private static Sighting version0(Bytes block, ByteOrder order) {
        if (!holds(sum(block, LENGTH, 152, order), block.u32(152, order))) {
            return Sighting.broken(TYPE, "the checksum of its superblock is wrong");
        }
        var uuid = IntStream.of(20, 52, 56, 60)
                .mapToObj(at -> "%08x".formatted(block.u32(at, order)))
                .reduce("", String::concat);
        return Sighting.wraps(new Content.Member(TYPE, Bytes.dashed(uuid), ""));
    }

    /// Of 32-bit words, and half a one where that is left, without the one at `hole`; folded into 32 bits.
    private static long sum(Bytes block, long length, int hole, ByteOrder order) {
        var sum = 0L;
        for (var at = 0; at + 4 <= length; at += 4) {
            sum += at == hole ? 0 : block.u32(at, order);
        }
        sum += length % 4 == 2 ? block.u16(length - 2) : 0;
        return (sum & 0xffffffffL) + (sum >>> 32);
    }

    private static boolean holds(long sum, long recorded) {
        return (sum & 0xffffffffL) == recorded;
    }
}
