package media.usenet.ffmpeg;

import java.time.Duration;

/// How far a run of FFmpeg is. Figures that FFmpeg does not know yet are 0.
///
/// @param at time in the output up to which it is made
/// @param bytes written so far
/// @param speed times real time
public record Progress(long frame, double fps, Duration at, long bytes, double speed, boolean ended) {

    public static final Progress NONE = new Progress(0, 0, Duration.ZERO, 0, 0, false);

    /// Part of the whole that is made, from 0 to 1; 0 when the whole is unknown.
    public double of(Duration whole) {
        return whole.isPositive() ? Math.clamp((double) at.toMillis() / whole.toMillis(), 0, 1) : 0;
    }
}
