package media.usenet.superblock;

import java.io.IOException;
import java.util.Optional;

/// A physical volume of LVM2; layout: lvm2's lib/format_text/layout.h.
final class LvmLabel {

    private static final int SECTOR = 512;
    private static final int SECTORS = 4;
    private static final int COVERED_FROM = 20;
    private static final int[] GROUPS = {6, 4, 4, 4, 4, 4, 6};

    private LvmLabel() {}

    static Optional<Sighting> in(DeviceBytes device) throws IOException {
        for (var number = 0; number < SECTORS; number++) {
            var sector = device.at((long) number * SECTOR, SECTOR);
            if (sector.has(0, "LABELONE") && sector.has(24, "LVM2 001") && sector.u64(8) == number) {
                return Optional.of(sighting(sector));
            }
        }
        return Optional.empty();
    }

    private static Sighting sighting(Bytes sector) {
        return crc(sector.copy(COVERED_FROM, SECTOR - COVERED_FROM)) == (int) sector.u32(16)
                ? Sighting.wraps(new Content.Member("LVM2_member", uuid(sector.text(sector.u32(20), 32)), ""))
                : Sighting.broken("LVM2_member", "the checksum of its label is wrong");
    }

    private static String uuid(String letters) {
        if (letters.length() != 32) {
            return "";
        }
        var grouped = new StringBuilder();
        var from = 0;
        for (var length : GROUPS) {
            grouped.append(from == 0 ? "" : "-").append(letters, from, from + length);
            from += length;
        }
        return grouped.toString();
    }

    /// The usual polynomial, but LVM's own start and no inversion, which Java's has not.
    private static int crc(byte[] bytes) {
        var crc = 0xf597a6cf;
        for (var each : bytes) {
            crc ^= each & 0xff;
            for (var bit = 0; bit < Byte.SIZE; bit++) {
                crc = crc >>> 1 ^ (0xedb88320 & -(crc & 1));
            }
        }
        return crc;
    }
}
