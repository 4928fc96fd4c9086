package media.usenet.superblock;

import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.Checksum;

/// A stretch of bytes as fields. What lies outside of it reads as zero, so that no damage makes a reader fail.
final class Bytes {

    private final byte[] bytes;

    Bytes(byte[] bytes) {
        this.bytes = bytes;
    }

    int length() {
        return bytes.length;
    }

    int u8(long at) {
        return at >= 0 && at < bytes.length ? bytes[(int) at] & 0xff : 0;
    }

    /// Little-endian, as all without a word on it.
    int u16(long at) {
        return u8(at) | u8(at + 1) << 8;
    }

    long u32(long at) {
        return u16(at) | (long) u16(at + 2) << 16;
    }

    /// The sign bit is the highest bit of the number.
    long u64(long at) {
        return u32(at) | u32(at + 4) << 32;
    }

    int bigEndian16(long at) {
        return u8(at) << 8 | u8(at + 1);
    }

    long bigEndian32(long at) {
        return (long) bigEndian16(at) << 16 | bigEndian16(at + 2);
    }

    long bigEndian64(long at) {
        return bigEndian32(at) << 32 | bigEndian32(at + 4);
    }

    long u32(long at, ByteOrder order) {
        return order == ByteOrder.BIG_ENDIAN ? bigEndian32(at) : u32(at);
    }

    boolean has(long at, String ascii) {
        return has(at, ascii.getBytes(StandardCharsets.ISO_8859_1));
    }

    boolean has(long at, byte[] expected) {
        return at >= 0
                && at + expected.length <= bytes.length
                && Arrays.equals(bytes, (int) at, (int) at + expected.length, expected, 0, expected.length);
    }

    boolean zero(long at, int length) {
        for (var i = at; i < at + length; i++) {
            if (u8(i) != 0) {
                return false;
            }
        }
        return true;
    }

    /// A copy, filled up with zeros.
    byte[] copy(long at, int length) {
        var from = Math.clamp(at, 0, bytes.length);
        return Arrays.copyOf(Arrays.copyOfRange(bytes, from, Math.min(bytes.length, from + length)), length);
    }

    Bytes window(long at, int length) {
        return new Bytes(copy(at, length));
    }

    /// The checksum of a stretch whose four bytes at `hole`, where the checksum itself stands, count as zeros.
    long checksum(Checksum kind, int length, int hole) {
        var covered = copy(0, length);
        Arrays.fill(covered, hole, hole + Integer.BYTES, (byte) 0);
        kind.update(covered);
        return kind.getValue();
    }

    /// In the usual form with dashes; empty for sixteen zeros, which stand for none.
    String uuid(long at) {
        return zero(at, 16) ? "" : dashed(HexFormat.of().formatHex(copy(at, 16)));
    }

    static String dashed(String hex) {
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }

    /// As FAT and exFAT write a volume's serial number; empty for zero, which stands for none.
    String serial(long at) {
        var serial = u32(at);
        return serial == 0 ? "" : "%04X-%04X".formatted(serial >> 16, serial & 0xffff);
    }

    String text(long at, int length) {
        return text(at, length, StandardCharsets.UTF_8);
    }

    /// To the first NUL, without trailing blanks. A stranger's drive must not write to a terminal's controls.
    String text(long at, int length, Charset charset) {
        var all = new String(copy(at, length), charset);
        var end = all.indexOf('\0');
        return (end < 0 ? all : all.substring(0, end))
                .replaceAll("\\p{Cntrl}", "\uFFFD")
                .stripTrailing();
    }
}
