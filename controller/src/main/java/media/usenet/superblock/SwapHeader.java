package media.usenet.superblock;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.List;
import java.util.Optional;

/// Swap space and a machine's suspended memory in it; layout: the kernel's include/linux/swap.h.
final class SwapHeader {

    /// The signature ends the first page, however large the pages of the machine that made it were.
    private static final List<Integer> PAGES = List.of(4096, 8192, 16384, 32768, 65536);
    private static final int SIGNATURE = 10;
    private static final List<String> SUSPENDED = List.of("S1SUSPEND", "S2SUSPEND", "ULSUSPEND", "LINHIB0001");

    private SwapHeader() {}

    static Optional<Sighting> in(DeviceBytes device) throws IOException {
        for (int page : PAGES) {
            var signature = device.at((long) page - SIGNATURE, SIGNATURE);
            if (signature.has(0, "SWAPSPACE2") || signature.has(0, "SWAP-SPACE")) {
                return Optional.of(sighting("swap", device));
            }
            if (SUSPENDED.stream().anyMatch(each -> signature.has(0, each))) {
                return Optional.of(sighting("swsuspend", device));
            }
        }
        return Optional.empty();
    }

    private static Sighting sighting(String type, DeviceBytes device) throws IOException {
        var header = device.at(1024, 44);
        var versions = List.of(header.u32(0, ByteOrder.LITTLE_ENDIAN), header.u32(0, ByteOrder.BIG_ENDIAN));
        return Sighting.likely(
                versions.contains(1L)
                        ? new Content.Member(type, header.uuid(12), header.text(28, 16))
                        : new Content.Member(type, "", ""));
    }
}
