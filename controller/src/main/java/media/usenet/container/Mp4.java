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
        for (var track : tracks(file)) {
            var index = index(track);
            if (index.isPresent()) {
                return index;
            }
        }
        return Optional.empty();
    }

    /// The `trak` boxes of the `moov` box; none where that was not found.
    static List<FileBox> tracks(FileBytes file) throws IOException {
        var position = 0L;
        for (var i = 0; i < MOST_BOXES; i++) {
            var box = FileBox.at(file, position, file.size());
            if (box.isEmpty()) {
                return List.of();
            }
            var fits = box.get().length() <= file.size() - box.get().start();
            if (box.get().is("moov")) {
                if (!fits) {
                    throw new DamagedContainer("moov ends behind the file");
                }
                return box.get().children().stream()
                        .filter(child -> child.is("trak"))
                        .toList();
            }
            if (!fits) {
                return List.of();
            }
            position = box.get().end();
        }
        return List.of();
    }

    private static Optional<ContainerIndex> index(FileBox track) throws IOException {
        var media = track.required("mdia");
        var handler = media.required("hdlr").read().from(8);
        if (handler.remaining() < 4 || !Box.type(handler).equals("vide")) {
            return Optional.empty();
        }
        var header = media.required("mdhd").read();
        var wide = header.version() == 1;
        var times = header.from(wide ? 20 : 12);
        if (times.remaining() < (wide ? 12 : 8)) {
            throw new DamagedContainer("mdhd is too short");
        }
        var timescale = Integer.toUnsignedLong(times.getInt());
        var ticks = wide ? times.getLong() : Integer.toUnsignedLong(times.getInt());
        var tables = media.required("minf").required("stbl");
        var film = Mp4Track.of(tables.required("stsd").read());
        if (film.isEmpty() || timescale == 0) {
            return Optional.empty();
        }
        var index = new SampleTable(tables, timescale, mediaStart(track), ticks).index(film.get());
        return index.keys().isEmpty() ? Optional.empty() : Optional.of(index);
    }

    /// The first edit that shows something; those before it are pauses.
    private static long mediaStart(FileBox track) throws IOException {
        var edits = track.child("edts");
        var list = edits.isPresent() ? edits.get().child("elst") : Optional.<FileBox>empty();
        if (list.isEmpty()) {
            return 0;
        }
        var box = list.get().read();
        var wide = box.version() == 1;
        var table = box.from(8);
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
