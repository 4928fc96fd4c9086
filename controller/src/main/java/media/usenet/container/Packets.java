package media.usenet.container;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Fetches the packets of key frames.
final class Packets {

    private static final long CLUSTER = 0x1f43b675L;
    private static final long SIMPLE_BLOCK = 0xa3;
    private static final long BLOCK_GROUP = 0xa0;
    private static final long BLOCK = 0xa1;
    private static final long REFERENCE = 0xfb;
    private static final int LACED = 0x06;
    private static final int KEY = 0x80;
    /// A 2160p key frame at 100 Mbit/s has some 4 MB.
    private static final int MOST_PACKET_BYTES = 32 << 20;
    private static final int MOST_BLOCKS = 500;

    private final FileBytes file;
    private final FilmTrack track;
    private @Nullable SamplePlaces places;

    Packets(FileBytes file, FilmTrack track) {
        this.file = file;
        this.track = track;
    }

    /// Empty when the index is wrong there.
    Optional<byte[]> of(KeyFrame key) throws IOException {
        return switch (key.place()) {
            case KeyFrame.Place.Sample(long tables, long number) -> sample(tables, number);
            case KeyFrame.Place.Block(long position, long within) -> block(position, within);
        };
    }

    private Optional<byte[]> sample(long position, long number) throws IOException {
        if (places == null) {
            var tables = FileBox.at(file, position, file.size());
            places = new SamplePlaces(tables.orElseThrow(() -> new DamagedContainer("no tables at " + position)));
        }
        var extent = places.of(number);
        return extent.isPresent() ? sample(extent.get()) : Optional.empty();
    }

    private Optional<byte[]> sample(SamplePlaces.Extent extent) throws IOException {
        return extent.bytes() <= MOST_PACKET_BYTES && extent.position() <= file.size() - extent.bytes()
                ? Optional.of(bytes(file.read(extent.position(), extent.bytes())))
                : Optional.empty();
    }

    private Optional<byte[]> block(long position, long within) throws IOException {
        var cluster = Element.at(file, position);
        if (!cluster.is(CLUSTER)) {
            return Optional.empty();
        }
        var end = cluster.length() < 0 ? file.size() : Math.min(file.size(), cluster.end());
        var place = cluster.start() + Math.max(0, within);
        for (var i = 0; i < MOST_BLOCKS && place <= end - 2; i++) {
            var element = Element.at(file, place);
            if (element.length() < 0 || element.is(CLUSTER)) {
                return Optional.empty();
            }
            var packet = packet(element);
            if (packet.isPresent()) {
                return packet;
            }
            place = element.end();
        }
        return Optional.empty();
    }

    private Optional<byte[]> packet(Element element) throws IOException {
        if (element.is(SIMPLE_BLOCK)) {
            return payload(element, true);
        }
        if (!element.is(BLOCK_GROUP) || element.length() > MOST_PACKET_BYTES) {
            return Optional.empty();
        }
        var place = element.start();
        Optional<byte[]> found = Optional.empty();
        while (place <= element.end() - 2) {
            var field = Element.at(file, place);
            if (field.is(REFERENCE) || field.length() < 0) {
                return Optional.empty();
            }
            found = field.is(BLOCK) ? payload(field, false) : found;
            place = field.end();
        }
        return found;
    }

    /// Track, time and flags stand before it.
    private Optional<byte[]> payload(Element block, boolean flagged) throws IOException {
        if (block.length() < 5 || block.length() > MOST_PACKET_BYTES) {
            return Optional.empty();
        }
        var head = file.read(block.start(), 4);
        var number = Element.variable(head, false);
        var flags = head.get(3);
        if (number != track.number() || (flags & LACED) != 0 || (flagged && (flags & KEY) == 0)) {
            return Optional.empty();
        }
        return Optional.of(bytes(file.read(block.start() + 4, block.length() - 4)));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        return bytes;
    }
}
