package media.usenet.container;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/// Reads a track's description.
final class MatroskaTrack {

    private static final int VIDEO = 1;

    private MatroskaTrack() {}

    /// Empty when it is no film.
    static Optional<FilmTrack> of(ByteBuffer entry) throws DamagedContainer {
        var number = 0L;
        var type = 0L;
        var codec = "";
        var settings = new byte[0];
        var encoded = false;
        for (var field : Element.in(entry)) {
            if (field.is(0xd7)) {
                number = field.number(entry);
            } else if (field.is(0x83)) {
                type = field.number(entry);
            } else if (field.is(0x86)) {
                codec = new String(bytes(field.of(entry)), StandardCharsets.US_ASCII);
            } else if (field.is(0x63a2)) {
                settings = bytes(field.of(entry));
            } else if (field.is(0x6d80)) {
                encoded = true;
            }
        }
        if (type != VIDEO || number < 1 || number > 126 || !codec.startsWith("V_")) {
            return Optional.empty();
        }
        var nalLength = encoded ? 0 : FilmTrack.nalLengthBytes(codec, settings);
        return Optional.of(new FilmTrack((int) number, codec, bytes(entry), nalLength));
    }

    private static byte[] bytes(ByteBuffer buffer) {
        var bytes = new byte[buffer.remaining()];
        buffer.duplicate().get(bytes);
        return bytes;
    }
}
