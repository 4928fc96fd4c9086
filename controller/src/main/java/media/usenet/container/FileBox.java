package media.usenet.container;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A box of an MP4 file that stays in the file: what is in it is read when it is asked for (ISO/IEC 14496-12,
/// 4.2).
///
/// @param position of its head
/// @param start of its body
/// @param length of its body
record FileBox(FileBytes file, String type, long position, long start, long length) {

    private static final int MOST_CHILDREN = 1000;
    /// No description of a film or of its time is longer.
    private static final int MOST_BODY_BYTES = 1 << 20;

    /// The one at a position; empty where none fits before the end.
    static Optional<FileBox> at(FileBytes file, long position, long end) throws IOException {
        if (position < 0 || position > end - 8) {
            return Optional.empty();
        }
        var head = file.upTo(position, (int) Math.min(16, end - position));
        var length = Integer.toUnsignedLong(head.getInt());
        var type = Box.type(head);
        if (length == 1 && head.remaining() == 8) {
            length = head.getLong();
            return length < 16
                    ? Optional.empty()
                    : Optional.of(new FileBox(file, type, position, position + 16, length - 16));
        }
        return length < 8 ? Optional.empty() : Optional.of(new FileBox(file, type, position, position + 8, length - 8));
    }

    long end() {
        return start + length;
    }

    boolean is(String wanted) {
        return type.equals(wanted);
    }

    /// Up to the first that does not fit.
    List<FileBox> children() throws IOException {
        var children = new ArrayList<FileBox>();
        var place = start;
        while (children.size() < MOST_CHILDREN) {
            var child = at(file, place, end());
            if (child.isEmpty() || child.get().length > end() - child.get().start) {
                break;
            }
            children.add(child.get());
            place = child.get().end();
        }
        return children;
    }

    Optional<FileBox> child(String wanted) throws IOException {
        return children().stream().filter(box -> box.is(wanted)).findFirst();
    }

    FileBox required(String wanted) throws IOException {
        return child(wanted).orElseThrow(() -> new DamagedContainer("no %s in %s".formatted(wanted, type)));
    }

    /// The whole of a short one.
    Box read() throws IOException {
        if (length > MOST_BODY_BYTES) {
            throw new DamagedContainer("%s says it has %d bytes".formatted(type, length));
        }
        return new Box(type, file.read(start, length));
    }
}
