package media.usenet.superblock;

import java.io.IOException;
import java.util.Optional;

/// NTFS; layout: the kernel's fs/ntfs3/ntfs.h. Label and state stand in a file of its own, see [NtfsVolume].
final class NtfsBootSector {

    private static final int VOLUME_RECORD = 3;
    private static final long LARGEST_RECORD = 65536;

    private final Bytes boot;

    private NtfsBootSector(Bytes boot) {
        this.boot = boot;
    }

    static Optional<Sighting> in(DeviceBytes device) throws IOException {
        var boot = device.at(0, 512);
        return boot.has(3, "NTFS    ") ? Optional.of(new NtfsBootSector(boot).sighting(device)) : Optional.empty();
    }

    private Sighting sighting(DeviceBytes device) throws IOException {
        if (!valid()) {
            return Sighting.broken("ntfs", "its boot sector contradicts itself");
        }
        var fitting = Sighting.likely(new Content.FileSystem("ntfs", uuid(), "", false, false, 1))
                .fitting(device, boot.u64(0x28), sectorBytes());
        return fitting.weight() == Sighting.Weight.BROKEN ? fitting : withVolume(device);
    }

    private Sighting withVolume(DeviceBytes device) throws IOException {
        var position = boot.u64(0x30) * clusterBytes() + VOLUME_RECORD * recordBytes();
        return NtfsVolume.of(device.at(position, (int) recordBytes()))
                .map(volume -> Sighting.certain(
                        new Content.FileSystem("ntfs", uuid(), volume.label(), volume.dirty(), false, 1)))
                .orElseGet(() -> Sighting.broken("ntfs", "the record of its volume is damaged"));
    }

    /// What FAT keeps in these places must be zero.
    private boolean valid() {
        return Integer.bitCount(sectorBytes()) == 1
                && sectorBytes() >= 256
                && sectorBytes() <= 4096
                && clusterBytes() > 0
                && boot.zero(0xe, 7)
                && boot.zero(0x16, 2)
                && boot.zero(0x20, 4)
                && Long.bitCount(recordBytes()) == 1
                && recordBytes() <= LARGEST_RECORD;
    }

    private String uuid() {
        return boot.u64(0x48) == 0 ? "" : "%016X".formatted(boot.u64(0x48));
    }

    private int sectorBytes() {
        return boot.u16(0xb);
    }

    /// 0 for a number that stands for no size. From 240 on, the number is a negative power of two.
    private long clusterBytes() {
        var sectors = boot.u8(0xd);
        if (sectors >= 240 && sectors <= 249) {
            return (long) sectorBytes() << (256 - sectors);
        }
        return Integer.bitCount(sectors) == 1 ? (long) sectors * sectorBytes() : 0;
    }

    /// In clusters; below zero, the exponent of two.
    private long recordBytes() {
        var number = (byte) boot.u8(0x40);
        return number < 0 ? 1L << Math.min(-number, 62) : number * clusterBytes();
    }
}
