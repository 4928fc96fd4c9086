package media.usenet.superblock;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// What NTFS keeps in its file `$Volume`.
record NtfsVolume(String label, boolean dirty) {

    private static final int STRIDE = 512;
    private static final long ATTRIBUTE_NAME = 0x60;
    private static final long ATTRIBUTE_INFORMATION = 0x70;
    private static final int FLAG_DIRTY = 0x1;

    /// Empty where this is not the record, or only a part of it was written.
    static Optional<NtfsVolume> of(Bytes record) {
        return record.has(0, "FILE") ? repaired(record).flatMap(NtfsVolume::attributes) : Optional.empty();
    }

    /// The last two bytes of each stride hold a number that tells a torn write; what belongs there stands aside.
    private static Optional<Bytes> repaired(Bytes record) {
        var aside = record.u16(4);
        var strides = record.u16(6) - 1;
        if (strides * STRIDE != record.length()) {
            return Optional.empty();
        }
        var whole = record.copy(0, record.length());
        for (var stride = 1; stride <= strides; stride++) {
            var end = stride * STRIDE - 2;
            if (record.u16(end) != record.u16(aside)) {
                return Optional.empty();
            }
            whole[end] = (byte) record.u8(aside + 2L * stride);
            whole[end + 1] = (byte) record.u8(aside + 2L * stride + 1);
        }
        return Optional.of(new Bytes(whole));
    }

    private static Optional<NtfsVolume> attributes(Bytes record) {
        var label = "";
        var length = 0L;
        for (long at = record.u16(0x14); at < record.length(); at += length) {
            var value = at + record.u16(at + 0x14);
            if (record.u32(at) == ATTRIBUTE_NAME) {
                label = record.text(value, (int) Math.min(record.u32(at + 0x10), STRIDE), StandardCharsets.UTF_16LE);
            } else if (record.u32(at) == ATTRIBUTE_INFORMATION) {
                return Optional.of(new NtfsVolume(label, (record.u16(value + 10) & FLAG_DIRTY) != 0));
            }
            length = Math.max(8, record.u32(at + 4));
        }
        return Optional.empty();
    }
}
