package media.usenet.superblock;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.zip.CRC32;

/// A partition table: the first sector in the way of DOS, and the GPT that it may announce; UEFI Specification,
/// chapter 5.
final class PartitionSector {

    private static final int ENTRIES = 446;
    private static final int ENTRY = 16;
    private static final int PROTECTIVE = 0xee;
    private static final List<Integer> SECTOR_SIZES = List.of(512, 4096);
    private static final int SMALLEST_HEADER = 92;
    /// Written there by formats whose first sector ends as a partition table does.
    private static final List<String> BOOT_SECTORS = List.of("NTFS    ", "EXFAT   ", "-FVE-FS-");

    private final Bytes sector;

    private PartitionSector(Bytes sector) {
        this.sector = sector;
    }

    static Optional<Sighting> in(DeviceBytes device) throws IOException {
        var table = new PartitionSector(device.at(0, 512));
        if (!table.valid()) {
            return Optional.empty();
        }
        if (table.entries().anyMatch(entry -> table.type(entry) == PROTECTIVE)) {
            return Optional.of(gpt(device));
        }
        return Optional.of(
                table.entries().findAny().isPresent()
                        ? Sighting.certain(new Content.PartitionTable("dos"))
                        : Sighting.broken("dos", "a boot sector or a partition table without partitions"));
    }

    /// Whether a stretch of the device lies in one of the partitions that its first sector lists.
    static boolean covers(DeviceBytes device, long from, long to) throws IOException {
        var table = new PartitionSector(device.at(0, 512));
        return table.valid() && table.entries().anyMatch(entry -> table.covers(entry, from / 512, to / 512));
    }

    private boolean covers(int entry, long fromSector, long toSector) {
        var first = sector.u32(entry + 8L);
        return first <= fromSector && toSector <= first + sector.u32(entry + 12L);
    }

    private boolean valid() {
        return sector.u16(510) == 0xaa55
                && all().allMatch(entry -> (sector.u8(entry) & 0x7f) == 0)
                && BOOT_SECTORS.stream().noneMatch(name -> sector.has(3, name))
                && !FatBootSector.at(sector);
    }

    private IntStream all() {
        return IntStream.range(0, 4).map(number -> ENTRIES + number * ENTRY);
    }

    private IntStream entries() {
        return all().filter(entry -> type(entry) != 0 && sector.u32(entry + 12L) != 0);
    }

    private int type(int entry) {
        return sector.u8(entry + 4L);
    }

    private static Sighting gpt(DeviceBytes device) throws IOException {
        for (int sectorSize : SECTOR_SIZES) {
            var header = device.at(sectorSize, sectorSize);
            var length = header.u32(12);
            if (header.has(0, "EFI PART")
                    && length >= SMALLEST_HEADER
                    && length <= sectorSize
                    && header.checksum(new CRC32(), (int) length, 16) == header.u32(16)) {
                return Sighting.certain(new Content.PartitionTable("gpt"));
            }
        }
        return Sighting.broken("gpt", "announced in the first sector, but its header is damaged or gone");
    }
}
