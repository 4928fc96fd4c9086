package media.usenet.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/// Reads the index of MP4 and QuickTime files: the `moov` box, wherever it lies.
final class Mp4 {

    private static final List<String> FIRST = List.of("ftyp", "moov", "mdat", "free", "skip", "wide", "pnot");
    private static final int MOST_BOXES = 10_000;

    private Mp4() {}

    static boolean is(ByteBuffer head) {
        return head.remaining() >= 8 && FIRST.contains(Box.type(head.slice(4, 4)));
    }

    /// Empty without a film, and for fragmented files, whose tables are spread all over.
    static Optional<ContainerIndex> index(FileBytes file) throws IOException {
        var movie = movie(file);
        if (movie.isEmpty()) {
            return Optional.empty();
        }
        for (var track : movie.get().children()) {
            if (track.type().equals("trak")) {
                var index = index(track);
                if (index.isPresent()) {
                    return index;
                }
            }
        }
        return Optional.empty();
    }

    /// The `moov` box.
    static Optional<Box> movie(FileBytes file) throws IOException {
        var position = 0L;
        for (var i = 0; i < MOST_BOXES && position <= file.size() - 8; i++) {
            var head = file.upTo(position, 16);
            var length = Integer.toUnsignedLong(head.getInt());
            var type = Box.type(head);
            var headBytes = 8;
            if (length == 1 && head.remaining() == 8) {
                length = head.getLong();
                headBytes = 16;
            }
            if (type.equals("moov")) {
                return Optional.of(new Box(type, file.read(position + headBytes, length - headBytes)));
            }
            if (length < headBytes || length > file.size()) {
                return Optional.empty();
            }
            position += length;
        }
        return Optional.empty();
    }

    private static Optional<ContainerIndex> index(Box track) throws DamagedContainer {
        var media = track.required("mdia");
        var handler = media.required("hdlr").from(8);
        if (handler.remaining() < 4 || !Box.type(handler).equals("vide")) {
            return Optional.empty();
        }
        var header = media.required("mdhd");
        var wide = header.version() == 1;
        var times = header.from(wide ? 20 : 12);
        if (times.remaining() < (wide ? 12 : 8)) {
            throw new DamagedContainer("mdhd is too short");
        }
        var timescale = Integer.toUnsignedLong(times.getInt());
        var length = wide ? times.getLong() : Integer.toUnsignedLong(times.getInt());
        var tables = media.required("minf").required("stbl");
        var film = Mp4Track.of(tables.required("stsd"));
        if (film.isEmpty() || timescale == 0) {
            return Optional.empty();
        }
        var index = new SampleTable(tables, timescale, mediaStart(track))
                .index(film.get(), Math.max(0, (double) length / timescale));
        return index.keys().isEmpty() ? Optional.empty() : Optional.of(index);
    }

    /// The first edit that shows something; those before it are pauses.
    private static long mediaStart(Box track) throws DamagedContainer {
        var edits = track.child("edts").flatMap(box -> box.child("elst"));
        if (edits.isEmpty()) {
            return 0;
        }
        var wide = edits.get().version() == 1;
        var table = edits.get().from(8);
        while (table.remaining() >= (wide ? 20 : 12)) {
            var start = wide ? table.getLong(table.position() + 8) : table.getInt(table.position() + 4);
            if (start >= 0) {
                return start;
            }
            table.position(table.position() + (wide ? 20 : 12));
        }
        return 0;
    }
}
