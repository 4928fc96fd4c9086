package media.usenet.task;

import media.usenet.ffmpeg.FrameRate;

/// Frame rates as people write them.
public final class FrameRates {

    private static final int NTSC = 1001;
    private static final int MILLI = 1000;
    private static final double NEAR = 0.005;

    private FrameRates() {}

    /// 23.976 and 29.97 are short for fractions over 1001, which video that plays in time needs exactly.
    public static FrameRate of(double perSecond) {
        int whole = (int) Math.ceil(perSecond);
        double ntsc = whole * (double) MILLI / NTSC;
        if (perSecond != whole && Math.abs(perSecond - ntsc) < NEAR) {
            return new FrameRate(whole * MILLI, NTSC);
        }
        return perSecond == whole ? FrameRate.of(whole) : new FrameRate((int) Math.round(perSecond * MILLI), MILLI);
    }
}
