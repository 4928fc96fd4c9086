package media.usenet.superblock;

import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.zip.CRC32C;

/// btrfs; layout: the kernel's include/uapi/linux/btrfs_tree.h, `struct btrfs_super_block`.
final class BtrfsSuperblock {

    private static final int POSITION = 64 * 1024;
    private static final int LENGTH = 4096;
    private static final int COVERED_FROM = 0x20;
    private static final int FLAG_ERROR = 0x4;

    private static final Sighting WRONG_CHECKSUM = Sighting.broken("btrfs", "the checksum of its superblock is wrong");

    private BtrfsSuperblock() {}

    static Optional<Sighting> in(DeviceBytes device) throws IOException {
        var block = device.at(POSITION, LENGTH);
        return block.has(0x40, "_BHRfS_M")
                ? Optional.of(sighting(block).fitting(device, block.u64(0xd1), 1))
                : Optional.empty();
    }

    private static Sighting sighting(Bytes block) {
        if (block.u64(0x30) != POSITION || block.u64(0x88) < 1) {
            return Sighting.broken("btrfs", "its superblock contradicts itself");
        }
        return switch (block.u16(0xc4)) {
            case 0 -> checked(block, block.u32(0) == crc32c(block));
            case 2 -> checked(block, block.has(0, sha256(block)));
            // xxhash64 and BLAKE2, which Java has not; a CRC leaves these bytes zero.
            case 1, 3 -> block.zero(4, 4) ? WRONG_CHECKSUM : Sighting.likely(content(block));
            default -> WRONG_CHECKSUM;
        };
    }

    private static Sighting checked(Bytes block, boolean holds) {
        return holds ? Sighting.certain(content(block)) : WRONG_CHECKSUM;
    }

    /// A log tree is there from an fsync to the next commit, so also after a yank.
    private static Content content(Bytes block) {
        var dirty = block.u64(0x60) != 0;
        var errors = (block.u64(0x38) & FLAG_ERROR) != 0;
        var devices = (int) Math.min(block.u64(0x88), Integer.MAX_VALUE);
        return new Content.FileSystem("btrfs", block.uuid(0x20), block.text(0x12b, 256), dirty, errors, devices);
    }

    private static long crc32c(Bytes block) {
        var crc = new CRC32C();
        crc.update(block.copy(COVERED_FROM, LENGTH - COVERED_FROM));
        return crc.getValue();
    }

    private static byte[] sha256(Bytes block) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(block.copy(COVERED_FROM, LENGTH - COVERED_FROM));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
