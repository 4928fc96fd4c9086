package media.usenet.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/// An element of a Matroska file (RFC 8794): its name, and where its data lies.
///
/// @param length -1 when it is not known, as in a live recording
record Element(long id, long start, long length) {

    private static final int MOST_HEAD_BYTES = 12;

    static Element at(FileBytes file, long position) throws IOException {
        return read(file.upTo(position, MOST_HEAD_BYTES), position);
    }

    /// @param bytes from the element's first byte on
    /// @param position of that byte
    private static Element read(ByteBuffer bytes, long position) throws DamagedContainer {
        var begin = bytes.position();
        var id = variable(bytes, true);
        var length = variable(bytes, false);
        return new Element(id, position + bytes.position() - begin, length);
    }

    /// Those in these bytes; positions are within them.
    static List<Element> in(ByteBuffer bytes) throws DamagedContainer {
        var elements = new ArrayList<Element>();
        var rest = bytes.duplicate();
        while (rest.remaining() >= 2) {
            var element = read(rest, rest.position());
            if (element.length < 0 || element.end() > rest.limit()) {
                throw new DamagedContainer("element %x reaches over its parent's end".formatted(element.id));
            }
            elements.add(element);
            rest.position((int) element.end());
        }
        return elements;
    }

    long end() {
        return start + length;
    }

    boolean is(long wanted) {
        return id == wanted;
    }

    ByteBuffer of(ByteBuffer bytes) {
        return bytes.slice((int) start, (int) length);
    }

    long number(ByteBuffer bytes) throws DamagedContainer {
        if (length > 8) {
            throw new DamagedContainer("a number of %d bytes".formatted(length));
        }
        var value = 0L;
        for (var i = start; i < end(); i++) {
            value = (value << 8) | (bytes.get((int) i) & 0xff);
        }
        return value;
    }

    double decimal(ByteBuffer bytes) {
        return length == 4 ? bytes.getFloat((int) start) : length == 8 ? bytes.getDouble((int) start) : 0;
    }

    /// @param marked whether the bit that tells the length stays, as it does in names
    static long variable(ByteBuffer bytes, boolean marked) throws DamagedContainer {
        var first = bytes.hasRemaining() ? bytes.get() & 0xff : 0;
        var more = Integer.numberOfLeadingZeros(first) - 24;
        if (first == 0 || more > 7 || bytes.remaining() < more) {
            throw new DamagedContainer("no length at an element's beginning");
        }
        var value = marked ? first : first & 0x7fL >>> more;
        var unknown = value == 0x7fL >>> more;
        for (var i = 0; i < more; i++) {
            var next = bytes.get() & 0xff;
            unknown &= next == 0xff;
            value = (value << 8) | next;
        }
        return !marked && unknown ? -1 : value;
    }
}
