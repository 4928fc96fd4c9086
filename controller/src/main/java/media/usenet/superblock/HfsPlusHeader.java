package media.usenet.superblock;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/// HFS+ and HFSX; layout: Apple's Technical Note TN1150, big-endian.
final class HfsPlusHeader {

    private static final int POSITION = 1024;
    private static final int UNMOUNTED = 0x100;
    private static final int INCONSISTENT = 0x800;
    private static final int IDENTIFIER = 104;
    private static final int EXTENTS = 8;
    private static final int LEAF = 0xff;
    private static final long PARENT_OF_ROOT = 1;
    /// Apple's name space for the UUIDs that it makes of a volume's eight bytes.
    private static final byte[] NAME_SPACE = HexFormat.of().parseHex("b3e20f39f29211d697a400306543ecac");

    private final Bytes header;

    private HfsPlusHeader(Bytes header) {
        this.header = header;
    }

    static Optional<Sighting> in(DeviceBytes device) throws IOException {
        var header = device.at(POSITION, 512);
        var version = header.bigEndian16(2);
        return (header.has(0, "H+") && version == 4) || (header.has(0, "HX") && version == 5)
                ? Optional.of(new HfsPlusHeader(header).sighting(device))
                : Optional.empty();
    }

    private Sighting sighting(DeviceBytes device) throws IOException {
        if (Long.bitCount(blockBytes()) != 1 || blockBytes() < 512) {
            return Sighting.broken("hfsplus", "its header contradicts itself");
        }
        return Sighting.likely(content(device)).fitting(device, header.bigEndian32(44), blockBytes());
    }

    private Content content(DeviceBytes device) throws IOException {
        var attributes = header.bigEndian32(4);
        var dirty = (attributes & UNMOUNTED) == 0 || (attributes & INCONSISTENT) != 0;
        return new Content.FileSystem("hfsplus", uuid(), label(device), dirty, false, 1);
    }

    private long blockBytes() {
        return header.bigEndian32(40);
    }

    /// A UUID of version 3 over the volume's identifier; empty where that was never given.
    private String uuid() {
        if (header.zero(IDENTIFIER, 8)) {
            return "";
        }
        var hash = md5(header.copy(IDENTIFIER, 8));
        hash[6] = (byte) ((hash[6] & 0x0f) | 0x30);
        hash[8] = (byte) ((hash[8] & 0x3f) | 0x80);
        return Bytes.dashed(HexFormat.of().formatHex(hash));
    }

    /// TN1150: the name of the root folder, the first record of the catalog file's first leaf.
    private String label(DeviceBytes device) throws IOException {
        var catalog = device.at(catalogPosition(0), 512);
        var nodeBytes = catalog.bigEndian16(32);
        var leaf = device.at(catalogPosition(catalog.bigEndian32(24) * nodeBytes), nodeBytes);
        var rootFolder = leaf.u8(8) == LEAF && leaf.bigEndian16(10) > 0 && leaf.bigEndian32(16) == PARENT_OF_ROOT;
        return rootFolder ? leaf.text(22, 2 * Math.min(leaf.bigEndian16(20), 255), StandardCharsets.UTF_16BE) : "";
    }

    /// Where a byte of the catalog file lies; -1 where no extent of the header reaches.
    private long catalogPosition(long offset) {
        var rest = offset;
        for (var extent = 0; extent < EXTENTS; extent++) {
            var at = 272 + 16 + 8L * extent;
            var bytes = header.bigEndian32(at + 4) * blockBytes();
            if (rest < bytes) {
                return header.bigEndian32(at) * blockBytes() + rest;
            }
            rest -= bytes;
        }
        return -1;
    }

    private static byte[] md5(byte[] identifier) {
        try {
            var digest = MessageDigest.getInstance("MD5");
            digest.update(NAME_SPACE);
            return digest.digest(identifier);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has MD5", e);
        }
    }
}
