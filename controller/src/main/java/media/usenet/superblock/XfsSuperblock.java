package media.usenet.superblock;

import java.io.IOException;
import java.util.Optional;
import java.util.zip.CRC32C;

/// XFS; layout: the kernel's fs/xfs/libxfs/xfs_format.h, big-endian.
///
/// Whether its log has something to replay is not written in its superblock: it is never called dirty.
final class XfsSuperblock {

    private static final int SMALLEST_SECTOR = 512;
    private static final int LARGEST_SECTOR = 32768;
    private static final int CHECKSUM = 0xe0;
    private static final int INCOMPAT_NEEDS_REPAIR = 0x10;

    private XfsSuperblock() {}

    static Optional<Sighting> in(DeviceBytes device) throws IOException {
        var sector = device.at(0, LARGEST_SECTOR);
        return sector.has(0, "XFSB") ? Optional.of(sighting(sector, device)) : Optional.empty();
    }

    private static Sighting sighting(Bytes block, DeviceBytes device) {
        var blockBytes = block.bigEndian32(0x4);
        var sectorBytes = block.bigEndian16(0x66);
        var version5 = (block.bigEndian16(0x64) & 0xf) == 5;
        if (Long.bitCount(blockBytes) != 1 || sectorBytes < SMALLEST_SECTOR || sectorBytes > LARGEST_SECTOR) {
            return Sighting.broken("xfs", "its superblock contradicts itself");
        }
        if (version5 && block.checksum(new CRC32C(), sectorBytes, CHECKSUM) != block.u32(CHECKSUM)) {
            return Sighting.broken("xfs", "the checksum of its superblock is wrong");
        }
        if (block.u8(0x7e) != 0) {
            return Sighting.broken("xfs", "it was never made to the end");
        }
        var sighting = version5 ? Sighting.certain(content(block, true)) : Sighting.likely(content(block, false));
        return sighting.fitting(device, block.bigEndian64(0x8), blockBytes);
    }

    private static Content content(Bytes block, boolean version5) {
        var errors = version5 && (block.u8(0xdb) & INCOMPAT_NEEDS_REPAIR) != 0;
        return new Content.FileSystem("xfs", block.uuid(0x20), block.text(0x6c, 12), false, errors, 1);
    }
}
