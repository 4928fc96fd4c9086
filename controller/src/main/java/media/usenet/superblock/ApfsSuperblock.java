package media.usenet.superblock;

import java.io.IOException;
import java.util.Optional;

/// An APFS container; layout: Apple File System Reference, `nx_superblock_t`. Its volumes, and so their labels, lie
/// deeper than is read here.
final class ApfsSuperblock {

    private static final int SMALLEST_BLOCK = 4096;
    private static final int LARGEST_BLOCK = 65536;

    private ApfsSuperblock() {}

    static Optional<Sighting> in(DeviceBytes device) throws IOException {
        var start = device.at(0, SMALLEST_BLOCK);
        return start.has(32, "NXSB") ? Optional.of(sighting(start.u32(36), device)) : Optional.empty();
    }

    private static Sighting sighting(long blockBytes, DeviceBytes device) throws IOException {
        if (Long.bitCount(blockBytes) != 1 || blockBytes < SMALLEST_BLOCK || blockBytes > LARGEST_BLOCK) {
            return Sighting.broken("apfs", "its superblock contradicts itself");
        }
        var block = device.at(0, (int) blockBytes);
        if (block.u64(0) != fletcher64(block)) {
            return Sighting.broken("apfs", "the checksum of its superblock is wrong");
        }
        return Sighting.certain(new Content.FileSystem("apfs", block.uuid(72), "", false, false, 1))
                .fitting(device, block.u64(40), blockBytes);
    }

    /// Over all words after the checksum itself.
    static long fletcher64(Bytes block) {
        var modulus = 0xffffffffL;
        var first = 0L;
        var second = 0L;
        for (var at = 8; at < block.length(); at += 4) {
            first = (first + block.u32(at)) % modulus;
            second = (second + first) % modulus;
        }
        var low = modulus - (first + second) % modulus;
        var high = modulus - (first + low) % modulus;
        return high << 32 | low;
    }
}
