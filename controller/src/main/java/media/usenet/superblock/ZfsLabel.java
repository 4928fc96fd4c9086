package media.usenet.superblock;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/// A device of a ZFS pool; layout: the ZFS On-Disk Specification, chapter 1: four labels, of which any one tells.
///
/// Believed without its checksum: ZFS leaves alone the first bytes of a device, where a remnant may look sound.
final class ZfsLabel {

    private static final long LABEL = 256 * 1024;
    private static final int PAIRS = 16 * 1024;
    private static final int READ = 8 * 1024;
    /// XDR, little-endian writer, a version and flags of name-value lists.
    private static final int FIRST_PAIR = 12;
    private static final int TYPE_NUMBER = 8;
    private static final int TYPE_STRING = 9;

    private final Bytes pairs;

    private ZfsLabel(Bytes pairs) {
        this.pairs = pairs;
    }

    static Optional<Sighting> in(DeviceBytes device) throws IOException {
        var end = device.size() & -LABEL;
        for (var label : List.of(0L, LABEL, end - 2 * LABEL, end - LABEL)) {
            var pairs = new ZfsLabel(device.at(label + PAIRS, READ));
            if (label >= 0 && pairs.find("version", TYPE_NUMBER) >= 0) {
                return Optional.of(Sighting.certain(pairs.member()));
            }
        }
        return Optional.empty();
    }

    /// A pool's identity is a number, which blkid(8) prints as one.
    private Content member() {
        var pool = find("pool_guid", TYPE_NUMBER);
        var name = find("name", TYPE_STRING);
        return new Content.Member(
                "zfs_member",
                pool < 0 ? "" : Long.toUnsignedString(pairs.bigEndian64(pool)),
                name < 0 ? "" : pairs.text(name + 4, (int) Math.min(pairs.bigEndian32(name), 256)));
    }

    /// Where the value of a pair begins; -1 where there is none.
    private long find(String name, int type) {
        if (pairs.u8(0) != 1 || pairs.bigEndian32(4) != 0) {
            return -1;
        }
        var length = 0L;
        for (long at = FIRST_PAIR; at < pairs.length(); at += length) {
            length = pairs.bigEndian32(at);
            var afterName = at + 12 + (pairs.bigEndian32(at + 8) + 3 & -4L);
            if (length < FIRST_PAIR) {
                return -1;
            }
            if (pairs.text(at + 12, (int) Math.min(pairs.bigEndian32(at + 8), 256))
                            .equals(name)
                    && pairs.bigEndian32(afterName) == type) {
                return afterName + 8;
            }
        }
        return -1;
    }
}
