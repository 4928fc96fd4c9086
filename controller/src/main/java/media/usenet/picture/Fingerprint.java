package media.usenet.picture;

import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What a film's picture is recognised by, to be remembered by the file's inode, size and time.
///
/// @param duration of the film; zero when nothing says
/// @param bars that were left out of the frames
/// @param frames in the order of time; empty when none could be decoded
/// @param curve null when the file has no index that tells
public record Fingerprint(
        Duration duration,
        Bars bars,
        List<FrameHash> frames,
        @Nullable IndexCurve curve) {

    /// Changes with what is measured or how: fingerprints of other versions do not compare.
    public static final int VERSION = 1;

    private static final int HEAD_BYTES = 1 + 8 + 4 * 2 + 2 + 4;
    private static final int FRAME_BYTES = 4 + 4 * 8 + 1;

    public Fingerprint {
        frames = List.copyOf(frames);
    }

    /// As it is stored. The layout is big-endian and told by its first byte.
    public byte[] toBytes() {
        var levels = curve == null ? new byte[0] : curve.levels();
        var out = ByteBuffer.allocate(HEAD_BYTES + frames.size() * FRAME_BYTES + levels.length);
        out.put((byte) VERSION).putLong(duration.toMillis());
        out.putShort((short) bars.top()).putShort((short) bars.bottom());
        out.putShort((short) bars.left()).putShort((short) bars.right());
        out.putShort((short) frames.size()).putInt(curve == null ? -1 : levels.length);
        frames.forEach(frame -> put(out, frame));
        return out.put(levels).array();
    }

    /// Empty for another version and for bytes that are none.
    public static Optional<Fingerprint> ofBytes(byte[] bytes) {
        var in = ByteBuffer.wrap(bytes);
        if (bytes.length < HEAD_BYTES || in.get() != VERSION) {
            return Optional.empty();
        }
        var duration = Duration.ofMillis(in.getLong());
        var bars = new Bars(in.getShort(), in.getShort(), in.getShort(), in.getShort());
        var count = in.getShort();
        var seconds = in.getInt();
        if (count < 0 || in.remaining() != count * FRAME_BYTES + Math.max(0, seconds)) {
            return Optional.empty();
        }
        var frames = new ArrayList<FrameHash>(count);
        for (var i = 0; i < count; i++) {
            frames.add(new FrameHash(in.getInt(), in.getLong(), in.getLong(), in.getLong(), in.getLong(), in.get()));
        }
        return Optional.of(new Fingerprint(duration, bars, frames, curve(in, seconds)));
    }

    private static void put(ByteBuffer out, FrameHash frame) {
        out.putInt(frame.millis()).putLong(frame.whole()).putLong(frame.inner());
        out.putLong(frame.middle()).putLong(frame.flat()).put((byte) frame.weight());
    }

    private static @Nullable IndexCurve curve(ByteBuffer in, int seconds) {
        if (seconds < 0) {
            return null;
        }
        var levels = new byte[seconds];
        in.get(levels);
        return IndexCurve.ofLevels(levels);
    }
}
