package media.usenet.superblock;

import java.io.IOException;
import java.util.Optional;
import java.util.zip.CRC32C;

/// ext2, ext3, ext4 and their external journals; layout: the kernel's Documentation/filesystems/ext4/super.rst, told
/// apart as blkid(8) does.
final class ExtSuperblock {

    private static final int POSITION = 1024;
    private static final int LENGTH = 1024;
    private static final int CHECKSUM = 0x3fc;

    private static final int STATE_VALID = 1;
    private static final int STATE_ERRORS = 2;

    private static final int COMPAT_HAS_JOURNAL = 0x4;
    private static final int INCOMPAT_RECOVER = 0x4;
    private static final int INCOMPAT_JOURNAL_DEVICE = 0x8;
    private static final int INCOMPAT_64BIT = 0x80;
    private static final int RO_COMPAT_METADATA_CSUM = 0x400;

    /// FILETYPE and META_BG; ext3 may need recovery beside.
    private static final int EXT2_INCOMPAT = 0x2 | 0x10;
    /// SPARSE_SUPER, LARGE_FILE and BTREE_DIR.
    private static final int EXT3_RO_COMPAT = 0x1 | 0x2 | 0x4;

    private final Bytes block;
    private final long compat;
    private final long incompat;
    private final long roCompat;

    private ExtSuperblock(Bytes block) {
        this.block = block;
        this.compat = block.u32(0x5c);
        this.incompat = block.u32(0x60);
        this.roCompat = block.u32(0x64);
    }

    static Optional<Sighting> in(DeviceBytes device) throws IOException {
        var block = device.at(POSITION, LENGTH);
        return block.u16(0x38) == 0xef53 ? Optional.of(new ExtSuperblock(block).sighting(device)) : Optional.empty();
    }

    private Sighting sighting(DeviceBytes device) {
        if (block.u32(0x18) > 6 || blocks() == 0 || (block.u32(0x28) == 0 && !journalDevice())) {
            return Sighting.broken(type(), "its superblock contradicts itself");
        }
        if (hasChecksum() && !checksumHolds()) {
            return Sighting.broken(type(), "the checksum of its superblock is wrong");
        }
        var sighting = hasChecksum() ? Sighting.certain(content()) : Sighting.likely(content());
        return sighting.fitting(device, blocks(), 1024L << block.u32(0x18));
    }

    private Content content() {
        var uuid = block.uuid(0x68);
        var label = block.text(0x78, 16);
        var state = block.u16(0x3a);
        var dirty = (state & STATE_VALID) == 0 || (incompat & INCOMPAT_RECOVER) != 0;
        return journalDevice()
                ? new Content.Member("jbd", uuid, label)
                : new Content.FileSystem(type(), uuid, label, dirty, (state & STATE_ERRORS) != 0, 1);
    }

    private String type() {
        if ((roCompat & ~EXT3_RO_COMPAT) != 0 || (incompat & ~(EXT2_INCOMPAT | INCOMPAT_RECOVER)) != 0) {
            return "ext4";
        }
        return (compat & COMPAT_HAS_JOURNAL) != 0 ? "ext3" : "ext2";
    }

    private long blocks() {
        var high = (incompat & INCOMPAT_64BIT) != 0 ? block.u32(0x150) : 0;
        return block.u32(0x4) | high << 32;
    }

    private boolean journalDevice() {
        return (incompat & INCOMPAT_JOURNAL_DEVICE) != 0;
    }

    private boolean hasChecksum() {
        return (roCompat & RO_COMPAT_METADATA_CSUM) != 0;
    }

    /// The kernel does not invert the result, Java does.
    private boolean checksumHolds() {
        var crc = new CRC32C();
        crc.update(block.copy(0, CHECKSUM));
        return (~crc.getValue() & 0xffffffffL) == block.u32(CHECKSUM);
    }
}
