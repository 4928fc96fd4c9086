package media.usenet.encoders;

import java.util.function.Consumer;
import java.util.function.LongSupplier;
import media.usenet.ffmpeg.Progress;

/// Frames a second, from the first frame that came out to the last: what an encoder collects before it gives
/// out its first one, and what FFmpeg needs to start, is not its pace.
final class Pace implements Consumer<Progress> {

    private final LongSupplier nanos;
    private long firstFrame;
    private long firstAt;
    private long lastFrame;
    private long lastAt;

    Pace() {
        this(System::nanoTime);
    }

    Pace(LongSupplier nanos) {
        this.nanos = nanos;
    }

    @Override
    public synchronized void accept(Progress progress) {
        if (progress.frame() == lastFrame || progress.ended()) {
            return;
        }
        lastFrame = progress.frame();
        lastAt = nanos.getAsLong();
        if (firstFrame == 0) {
            firstFrame = lastFrame;
            firstAt = lastAt;
        }
    }

    synchronized long frames() {
        return lastFrame - firstFrame;
    }

    /// To a tenth; 0 where fewer than two reports brought frames.
    synchronized double fps() {
        return frames() == 0 ? 0 : Math.round(frames() * 1e10 / (lastAt - firstAt)) / 10.0;
    }
}
