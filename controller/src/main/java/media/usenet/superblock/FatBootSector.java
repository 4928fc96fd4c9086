package media.usenet.superblock;

import java.io.IOException;
import java.nio.charset.Charset;
import java.util.Optional;

/// FAT12, FAT16 and FAT32; layout: Microsoft's FAT specification, judged as strictly as blkid(8) does.
final class FatBootSector {

    private static final int DIRTY = 0x1;
    private static final int ERRORS = 0x2;
    private static final int ATTRIBUTES_LONG_NAME = 0x0f;
    private static final int ATTRIBUTE_DIRECTORY = 0x10;
    private static final int ATTRIBUTE_LABEL = 0x08;
    private static final int DELETED = 0xe5;
    /// FAT does not say which; this is what Western systems and mkfs.fat write.
    private static final Charset LABEL_CHARSET = Charset.forName("IBM850");

    private final Bytes boot;

    private FatBootSector(Bytes boot) {
        this.boot = boot;
    }

    static Optional<Sighting> in(DeviceBytes device) throws IOException {
        var fat = new FatBootSector(device.at(0, 512));
        return fat.valid() ? Optional.of(fat.sighting(device)) : Optional.empty();
    }

    /// Whether the first sector is a boot sector of FAT; such a one also ends as a partition table does.
    static boolean at(Bytes sector) {
        return new FatBootSector(sector).valid();
    }

    private boolean valid() {
        return (boot.u8(510) == 0x55 && boot.u8(511) == 0xaa)
                && (boot.u8(0) == 0xeb || boot.u8(0) == 0xe9)
                && Integer.bitCount(sectorBytes()) == 1
                && sectorBytes() >= 512
                && sectorBytes() <= 4096
                && Integer.bitCount(boot.u8(0xd)) == 1
                && reservedSectors() != 0
                && boot.u8(0x10) != 0
                && (boot.u8(0x15) >= 0xf8 || boot.u8(0x15) == 0xf0)
                && fatSectors() != 0
                && clusters() > 0;
    }

    private Sighting sighting(DeviceBytes device) throws IOException {
        return Sighting.likely(content(device)).fitting(device, sectors(), sectorBytes());
    }

    private Content content(DeviceBytes device) throws IOException {
        var state = boot.u8(fat32() ? 0x41 : 0x25);
        var uuid = boot.serial(fat32() ? 0x43 : 0x27);
        return new Content.FileSystem("vfat", uuid, label(device), (state & DIRTY) != 0, (state & ERRORS) != 0, 1);
    }

    /// From the root directory alone, as blkid(8) and Windows: the copy in the boot sector goes stale.
    private String label(DeviceBytes device) throws IOException {
        return labelEntry(device).map(entry -> entry.text(0, 11, LABEL_CHARSET)).orElse("");
    }

    private Optional<Bytes> labelEntry(DeviceBytes device) throws IOException {
        var table = (long) reservedSectors() * sectorBytes();
        var afterTables = table + boot.u8(0x10) * fatSectors() * sectorBytes();
        if (fat32()) {
            var chain = new ClusterChain(device, table, afterTables, (long) boot.u8(0xd) * sectorBytes());
            return chain.find(boot.u32(0x2c), FatBootSector::isLabel);
        }
        return ClusterChain.find(device.at(afterTables, boot.u16(0x11) * ClusterChain.ENTRY), FatBootSector::isLabel);
    }

    private static boolean isLabel(Bytes entries, int at) {
        var attributes = entries.u8(at + 11L);
        return entries.u8(at) != DELETED
                && (attributes & 0x3f) != ATTRIBUTES_LONG_NAME
                && (attributes & (ATTRIBUTE_LABEL | ATTRIBUTE_DIRECTORY)) == ATTRIBUTE_LABEL;
    }

    private boolean fat32() {
        return boot.u16(0x16) == 0;
    }

    private int sectorBytes() {
        return boot.u16(0xb);
    }

    private int reservedSectors() {
        return boot.u16(0xe);
    }

    private long fatSectors() {
        return fat32() ? boot.u32(0x24) : boot.u16(0x16);
    }

    private long sectors() {
        return boot.u16(0x13) != 0 ? boot.u16(0x13) : boot.u32(0x20);
    }

    private long clusters() {
        var directorySectors = (boot.u16(0x11) * ClusterChain.ENTRY + sectorBytes() - 1) / sectorBytes();
        var before = reservedSectors() + boot.u8(0x10) * fatSectors() + directorySectors;
        return (sectors() - before) / boot.u8(0xd);
    }
}
