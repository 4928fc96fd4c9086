package media.usenet.picture;

import java.util.List;

/// How one film's time runs in another's: a second of the first at `t` is in the second at `t * speed +
/// offset`.
record Alignment(double speed, double offset) {

    private static final double PAL = 25.0 / 24;
    private static final double NTSC = 1001.0 / 1000;

    /// 24, 23.976 and 25 frames a second, each played as another of them.
    static final List<Double> SPEEDS = List.of(1.0, NTSC, 1 / NTSC, PAL, 1 / PAL, PAL * NTSC, 1 / (PAL * NTSC));

    double inSecond(double inFirst) {
        return inFirst * speed + offset;
    }

    double inFirst(double inSecond) {
        return (inSecond - offset) / speed;
    }

    /// Where both films run, in the first one's time.
    double from() {
        return Math.max(0, -offset / speed);
    }

    double to(double firstSeconds, double secondSeconds) {
        return Math.min(firstSeconds, inFirst(secondSeconds));
    }

    /// Whether both say the same but for a second.
    boolean near(Alignment other) {
        return speed == other.speed && Math.abs(offset - other.offset) < 1;
    }

    Alignment shifted(double seconds) {
        return new Alignment(speed, offset + seconds);
    }
}
