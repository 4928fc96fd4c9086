package media.usenet.container;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// Writes Matroska's elements.
final class MatroskaBytes {

    private MatroskaBytes() {}

    static byte[] element(int id, byte[]... parts) {
        var body = joined(parts);
        var out = new ByteArrayOutputStream(body.length + 12);
        for (var shift = 24; shift >= 0; shift -= 8) {
            if (id >>> shift != 0) {
                out.write(id >>> shift);
            }
        }
        // A length of eight bytes fits whatever comes, and is as good as a shorter one.
        out.write(0x01);
        for (var shift = 48; shift >= 0; shift -= 8) {
            out.write((int) ((long) body.length >>> shift));
        }
        out.writeBytes(body);
        return out.toByteArray();
    }

    static byte[] number(int id, long value) {
        var bytes = new byte[8];
        for (var i = 0; i < 8; i++) {
            bytes[i] = (byte) (value >>> (56 - 8 * i));
        }
        return element(id, bytes);
    }

    static byte[] text(int id, String text) {
        return element(id, text.getBytes(StandardCharsets.US_ASCII));
    }

    static byte[] joined(byte[]... parts) {
        var out = new ByteArrayOutputStream();
        for (var part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }
}
