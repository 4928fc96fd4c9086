package media.usenet.superblock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// exFAT; layout: Microsoft's exFAT file system specification, section 3.
final class ExfatBootSector {

    /// Sectors that the checksum covers; the next one repeats it.
    private static final int COVERED_SECTORS = 11;
    private static final int VOLUME_DIRTY = 0x2;
    private static final int MEDIA_FAILURE = 0x4;
    private static final int LABEL_ENTRY = 0x83;
    private static final int LABEL_CHARACTERS = 11;

    private final Bytes boot;

    private ExfatBootSector(Bytes boot) {
        this.boot = boot;
    }

    static Optional<Sighting> in(DeviceBytes device) throws IOException {
        var boot = device.at(0, 512);
        return boot.has(3, "EXFAT   ") && boot.zero(11, 53)
                ? Optional.of(new ExfatBootSector(boot).sighting(device))
                : Optional.empty();
    }

    private Sighting sighting(DeviceBytes device) throws IOException {
        if (boot.u8(108) < 9 || boot.u8(108) > 12 || boot.u8(109) > 25 - boot.u8(108)) {
            return Sighting.broken("exfat", "its boot sector contradicts itself");
        }
        if (!checksumHolds(device.at(0, (COVERED_SECTORS + 1) * sectorBytes()))) {
            return Sighting.broken("exfat", "the checksum of its boot sectors is wrong");
        }
        return Sighting.certain(content(device)).fitting(device, boot.u64(72), sectorBytes());
    }

    private Content content(DeviceBytes device) throws IOException {
        var flags = boot.u16(106);
        var dirty = (flags & VOLUME_DIRTY) != 0;
        var errors = (flags & MEDIA_FAILURE) != 0;
        return new Content.FileSystem("exfat", boot.serial(100), label(device), dirty, errors, 1);
    }

    private String label(DeviceBytes device) throws IOException {
        var chain = new ClusterChain(
                device,
                boot.u32(80) * sectorBytes(),
                boot.u32(88) * sectorBytes(),
                (long) sectorBytes() << boot.u8(109));
        return chain.find(boot.u32(96), (entries, at) -> entries.u8(at) == LABEL_ENTRY)
                .map(entry -> entry.text(2, 2 * Math.min(entry.u8(1), LABEL_CHARACTERS), StandardCharsets.UTF_16LE))
                .orElse("");
    }

    private int sectorBytes() {
        return 1 << boot.u8(108);
    }

    /// Over all but the flags and the share in use, which change while it is mounted.
    private boolean checksumHolds(Bytes sectors) {
        var sum = 0;
        for (var at = 0; at < COVERED_SECTORS * sectorBytes(); at++) {
            if (at != 106 && at != 107 && at != 112) {
                sum = Integer.rotateRight(sum, 1) + sectors.u8(at);
            }
        }
        return Integer.toUnsignedLong(sum) == sectors.u32((long) COVERED_SECTORS * sectorBytes());
    }
}
