package media.usenet.superblock;

import java.io.IOException;
import java.util.Optional;

/// LUKS1 and LUKS2; layout: the LUKS On-Disk Format specifications, big-endian.
final class LuksHeader {

    private static final int LENGTH = 512;
    private static final int[] SECOND_COPIES = {0x4000, 0x8000, 0x10000};

    private LuksHeader() {}

    static Optional<Sighting> in(DeviceBytes device) throws IOException {
        var first = device.at(0, LENGTH);
        if (first.has(0, "LUKS\u00ba\u00be")) {
            return Optional.of(Sighting.wraps(member(first)));
        }
        for (var position : SECOND_COPIES) {
            var second = device.at(position, LENGTH);
            if (second.has(0, "SKUL\u00ba\u00be") && second.bigEndian64(256) == position) {
                return Optional.of(Sighting.wraps(member(second)));
            }
        }
        return Optional.empty();
    }

    private static Content.Member member(Bytes header) {
        var label = header.bigEndian16(6) == 2 ? header.text(24, 48) : "";
        return new Content.Member("crypto_LUKS", header.text(168, 40), label);
    }
}
