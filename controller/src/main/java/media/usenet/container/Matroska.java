package media.usenet.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Reads the index of one Matroska or WebM file: its Cues (RFC 9559, 5.1.5), found through the SeekHead.
final class Matroska {

    private static final long SEGMENT = 0x18538067L;
    private static final long SEEK_HEAD = 0x114d9b74L;
    private static final long INFO = 0x1549a966L;
    private static final long TRACKS = 0x1654ae6bL;
    private static final long CUES = 0x1c53bb6bL;
    private static final long CLUSTER = 0x1f43b675L;
    private static final int MOST_ELEMENTS = 1000;

    private final FileBytes file;
    private final Set<Long> seen = new HashSet<>();
    private long segment;
    private long segmentEnd;
    private long nanosPerTick = 1_000_000;
    private double ticks;
    private @Nullable FilmTrack track;
    private @Nullable Element cues;
    private @Nullable ByteBuffer tracks;

    private Matroska(FileBytes file) {
        this.file = file;
    }

    static boolean is(ByteBuffer head) {
        return head.remaining() >= 4 && head.getInt(0) == 0x1a45dfa3;
    }

    /// Empty without a film or without Cues.
    static Optional<ContainerIndex> index(FileBytes file) throws IOException {
        return new Matroska(file).index();
    }

    /// The body of `Tracks`, as far as it lies before the first cluster or the SeekHead leads there.
    static Optional<ByteBuffer> tracks(FileBytes file) throws IOException {
        var matroska = new Matroska(file);
        matroska.open();
        return Optional.ofNullable(matroska.tracks);
    }

    private void open() throws IOException {
        var header = Element.at(file, 0);
        var body = Element.at(file, header.end());
        if (!body.is(SEGMENT)) {
            throw new DamagedContainer("no segment behind the header");
        }
        segment = body.start();
        segmentEnd = body.length() < 0 ? file.size() : Math.min(file.size(), body.end());
        walk();
    }

    private Optional<ContainerIndex> index() throws IOException {
        open();
        var film = track;
        var table = cues;
        return film == null || table == null ? Optional.empty() : index(film, table);
    }

    /// Up to the first cluster; what lies behind it is reached through the SeekHead.
    private void walk() throws IOException {
        var position = segment;
        for (var i = 0; i < MOST_ELEMENTS && position <= segmentEnd - 2; i++) {
            var element = Element.at(file, position);
            if (element.is(CLUSTER) || element.length() < 0) {
                return;
            }
            visit(element, position);
            position = element.end();
        }
    }

    private void visit(Element element, long position) throws IOException {
        if (!seen.add(position)) {
            return;
        }
        if (element.is(INFO)) {
            readInfo(body(element));
        } else if (element.is(TRACKS)) {
            tracks = body(element);
            readTracks(tracks);
        } else if (element.is(CUES)) {
            cues = element;
        } else if (element.is(SEEK_HEAD)) {
            follow(body(element));
        }
    }

    private ByteBuffer body(Element element) throws IOException {
        return file.read(element.start(), element.length());
    }

    private void follow(ByteBuffer seekHead) throws IOException {
        for (var seek : Element.in(seekHead)) {
            var position = -1L;
            var entry = seek.of(seekHead);
            for (var field : seek.is(0x4dbb) ? Element.in(entry) : List.<Element>of()) {
                position = field.is(0x53ac) ? field.number(entry) : position;
            }
            if (position >= 0 && position < segmentEnd - segment - 2 && seen.size() < MOST_ELEMENTS) {
                visit(Element.at(file, segment + position), segment + position);
            }
        }
    }

    private void readInfo(ByteBuffer info) throws DamagedContainer {
        for (var field : Element.in(info)) {
            if (field.is(0x2ad7b1)) {
                nanosPerTick = Math.clamp(field.number(info), 1, 1_000_000_000);
            } else if (field.is(0x4489)) {
                ticks = field.decimal(info);
            }
        }
    }

    private void readTracks(ByteBuffer tracks) throws DamagedContainer {
        for (var entry : Element.in(tracks)) {
            if (track == null && entry.is(0xae)) {
                track = MatroskaTrack.of(entry.of(tracks)).orElse(null);
            }
        }
    }

    private Optional<ContainerIndex> index(FilmTrack film, Element table) throws IOException {
        var bytes = body(table);
        var keys = new ArrayList<KeyFrame>();
        for (var point : Element.in(bytes)) {
            if (point.is(0xbb)) {
                key(film, point.of(bytes)).ifPresent(keys::add);
            }
        }
        keys.sort(Comparator.comparingLong(KeyFrame::micros));
        var seconds = seconds(keys);
        return keys.isEmpty()
                ? Optional.empty()
                : Optional.of(new ContainerIndex(film, seconds, keys, curve(keys, seconds, table)));
    }

    private Optional<KeyFrame> key(FilmTrack film, ByteBuffer point) throws DamagedContainer {
        var time = 0L;
        var position = -1L;
        var within = -1L;
        for (var field : Element.in(point)) {
            if (field.is(0xb3)) {
                time = field.number(point);
            } else if (field.is(0xb7)) {
                var place = field.of(point);
                var fields = Element.in(place);
                if (number(fields, 0xf7, place) == film.number() && position < 0) {
                    position = number(fields, 0xf1, place);
                    within = number(fields, 0xf0, place);
                }
            }
        }
        if (position < 0 || position >= segmentEnd - segment || time < 0 || time > Long.MAX_VALUE / nanosPerTick) {
            return Optional.empty();
        }
        return Optional.of(
                new KeyFrame(time * nanosPerTick / 1000, new KeyFrame.Place.Block(segment + position, within)));
    }

    private static long number(List<Element> fields, long id, ByteBuffer bytes) throws DamagedContainer {
        for (var field : fields) {
            if (field.is(id)) {
                return field.number(bytes);
            }
        }
        return -1;
    }

    private double seconds(List<KeyFrame> keys) {
        var told = ticks * nanosPerTick / 1e9;
        return (told > 0 && told <= ByteCurve.MOST_SECONDS) || keys.isEmpty()
                ? told
                : keys.getLast().seconds();
    }

    /// What lies between two key frames, spread evenly: sound is in it, at a rate that hardly changes.
    private List<Double> curve(List<KeyFrame> keys, double seconds, Element table) {
        var curve = new ByteCurve(seconds);
        for (var i = 0; i < keys.size(); i++) {
            var last = i + 1 == keys.size();
            var from = position(keys.get(i));
            var to = last ? end(from, table) : position(keys.get(i + 1));
            var until = last ? seconds : keys.get(i + 1).seconds();
            if (until > keys.get(i).seconds() && to > from) {
                curve.spread(keys.get(i).seconds(), until, (double) (to - from));
            }
        }
        return curve.bytesPerSecond();
    }

    private long end(long from, Element table) {
        return table.start() > from ? table.start() : segmentEnd;
    }

    private static long position(KeyFrame key) {
        return switch (key.place()) {
            case KeyFrame.Place.Block(long position, long within) -> position + Math.max(0, within);
            case KeyFrame.Place.Sample _ -> throw new IllegalArgumentException("a sample in Matroska");
        };
    }
}
