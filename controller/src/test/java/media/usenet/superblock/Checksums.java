package media.usenet.superblock;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.CRC32C;

/// Sets right the checksum of a superblock that a test changed.
final class Checksums {

    private Checksums() {}

    static byte[] btrfs(byte[] image) {
        var crc = new CRC32C();
        crc.update(image, 0x10020, 4096 - 0x20);
        ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).putInt(0x10000, (int) crc.getValue());
        return image;
    }

    static byte[] xfs(byte[] image) {
        var sector = ByteBuffer.wrap(image).order(ByteOrder.LITTLE_ENDIAN).putInt(0xe0, 0);
        var crc = new CRC32C();
        crc.update(image, 0, 512);
        sector.putInt(0xe0, (int) crc.getValue());
        return image;
    }
}
