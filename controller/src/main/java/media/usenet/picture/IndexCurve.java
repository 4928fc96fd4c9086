package media.usenet.picture;

import java.util.Arrays;

/// How many bytes each second of a film takes, as its container's index says: a shape that survives most
/// re-encodes. It nominates and never decides: constant bitrates and heavy grain have none.
///
/// Kept as one byte a second, 8 steps for each doubling: 7 KB for two hours.
public final class IndexCurve {

    static final int STEPS_A_DOUBLING = 8;
    private static final int LONGEST_SECONDS = 24 * 3600;

    private final byte[] levels;

    private IndexCurve(byte[] levels) {
        this.levels = levels;
    }

    /// @param bytesPerSecond of the video alone where the index tells it apart
    public static IndexCurve of(double[] bytesPerSecond) {
        var levels = new byte[Math.min(bytesPerSecond.length, LONGEST_SECONDS)];
        for (var second = 0; second < levels.length; second++) {
            var doublings = Math.log(1 + Math.max(0, bytesPerSecond[second])) / Math.log(2);
            levels[second] = (byte) Math.clamp(Math.round(doublings * STEPS_A_DOUBLING) - 128, -128, 127);
        }
        return new IndexCurve(levels);
    }

    static IndexCurve ofLevels(byte[] levels) {
        return new IndexCurve(levels.clone());
    }

    byte[] levels() {
        return levels.clone();
    }

    public int seconds() {
        return levels.length;
    }

    /// The logarithm of each second's bytes, in steps.
    float[] values() {
        var values = new float[levels.length];
        for (var second = 0; second < values.length; second++) {
            values[second] = levels[second] + 128;
        }
        return values;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof IndexCurve curve && Arrays.equals(levels, curve.levels);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(levels);
    }

    @Override
    public String toString() {
        return "IndexCurve[%d seconds]".formatted(levels.length);
    }
}
