package media.usenet.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A box of an MP4 file that is in memory (ISO/IEC 14496-12, 4.2).
record Box(String type, ByteBuffer body) {

    /// Those in these bytes, up to the first that does not fit.
    static List<Box> in(ByteBuffer bytes) {
        var rest = bytes.duplicate();
        var boxes = new ArrayList<Box>();
        while (rest.remaining() >= 8) {
            var start = rest.position();
            var length = Integer.toUnsignedLong(rest.getInt());
            var type = type(rest);
            if (length == 1 && rest.remaining() >= 8) {
                length = rest.getLong();
            }
            var head = rest.position() - start;
            if (length < head || length - head > rest.remaining()) {
                break;
            }
            boxes.add(new Box(type, rest.slice(rest.position(), (int) length - head)));
            rest.position(start + (int) length);
        }
        return boxes;
    }

    static String type(ByteBuffer bytes) {
        var type = new byte[4];
        bytes.get(type);
        return new String(type, StandardCharsets.ISO_8859_1);
    }

    Box required(String wanted) throws DamagedContainer {
        return in(body).stream()
                .filter(box -> box.type.equals(wanted))
                .findFirst()
                .orElseThrow(() -> new DamagedContainer("no %s in %s".formatted(wanted, type)));
    }

    /// What follows the version and flags.
    ByteBuffer table() throws DamagedContainer {
        return from(4);
    }

    ByteBuffer from(int start) throws DamagedContainer {
        if (body.limit() < start) {
            throw new DamagedContainer(type + " is too short");
        }
        return body.slice(start, body.limit() - start);
    }

    int version() {
        return body.hasRemaining() ? body.get(0) : 0;
    }
}
