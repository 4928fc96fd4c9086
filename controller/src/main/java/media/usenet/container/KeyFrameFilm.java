package media.usenet.container;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.SeekableByteChannel;
import java.util.List;

/// Writes a small Matroska file of nothing but key frames of another file: whatever reads Matroska decodes
/// them, and nothing of the other file but these is read.
public final class KeyFrameFilm {

    private static final byte[] HEADER =
            MatroskaBytes.element(0x1a45dfa3, MatroskaBytes.text(0x4282, "matroska"), MatroskaBytes.number(0x4287, 4));
    private static final byte[] SEGMENT_OF_UNKNOWN_LENGTH = {
        0x18, 0x53, (byte) 0x80, 0x67, 1, -1, -1, -1, -1, -1, -1, -1
    };

    private KeyFrameFilm() {}

    /// The frame `n` of `keys` is at second `n` of what is written. Where the index was wrong, there is none.
    ///
    /// @return the bytes of all frames
    public static long write(SeekableByteChannel file, FilmTrack track, List<KeyFrame> keys, OutputStream out)
            throws IOException {
        var packets = new Packets(new FileBytes(file), track);
        out.write(HEADER);
        out.write(SEGMENT_OF_UNKNOWN_LENGTH);
        out.write(MatroskaBytes.element(0x1549a966, MatroskaBytes.number(0x2ad7b1, 1_000_000)));
        out.write(MatroskaBytes.element(0x1654ae6b, MatroskaBytes.element(0xae, track.entry())));
        var bytes = 0L;
        for (var second = 0; second < keys.size(); second++) {
            var packet = packets.of(keys.get(second));
            if (packet.isPresent()) {
                var picture = LonePictures.spliced(packet.get(), track.nalLengthBytes());
                out.write(cluster(second, track.number(), picture));
                bytes += picture.length;
            }
        }
        return bytes;
    }

    private static byte[] cluster(int second, int track, byte[] packet) {
        var head = new byte[] {(byte) (0x80 | track), 0, 0, (byte) 0x80};
        return MatroskaBytes.element(
                0x1f43b675, MatroskaBytes.number(0xe7, second * 1000L), MatroskaBytes.element(0xa3, head, packet));
    }
}
