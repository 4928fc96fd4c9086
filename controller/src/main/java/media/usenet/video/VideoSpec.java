package media.usenet.video;

import media.usenet.ffmpeg.FrameRate;
import org.jspecify.annotations.Nullable;

/// What video is wanted, said without any encoder's words.
///
/// @param quality on x264's CRF scale, 0 best to 51 worst, whatever encodes; ignored with `bitrate`
/// @param width of the frame that the picture must fit into, never enlarged; null keeps it
/// @param height likewise; either alone keeps the aspect
/// @param frameRate null keeps it
/// @param bitrate average to aim at in bits a second, in place of the quality
/// @param maxBitrate never more than that over any two seconds
/// @param twoPass with `bitrate` alone, and in software alone
/// @param keyframeSeconds distance of key frames, as HLS and DASH need it; null leaves it to the encoder
public record VideoSpec(
        Codec codec,
        int quality,
        Speed speed,
        Depth depth,
        @Nullable Integer width,
        @Nullable Integer height,
        @Nullable FrameRate frameRate,
        @Nullable Long bitrate,
        @Nullable Long maxBitrate,
        boolean twoPass,
        Range range,
        Deinterlace deinterlace,
        @Nullable Integer keyframeSeconds) {

    public VideoSpec {
        within("quality", quality, 0, 51);
        within("width", width, 16, 8192);
        within("height", height, 16, 8192);
        within("keyframeSeconds", keyframeSeconds, 1, 60);
        within("bitrate", bitrate, 10_000, 400_000_000);
        within("maxBitrate", maxBitrate, 10_000, 800_000_000);
        if (twoPass && bitrate == null) {
            throw new IllegalArgumentException("two passes need a bitrate");
        }
        if (bitrate != null && maxBitrate != null && maxBitrate < bitrate) {
            throw new IllegalArgumentException("maxBitrate is below bitrate");
        }
        if (frameRate != null && (frameRate.perSecond() < 1 || frameRate.perSecond() > 240)) {
            throw new IllegalArgumentException("frameRate must be of 1 to 240, not " + frameRate);
        }
    }

    /// That codec at that quality, everything else as the input has it.
    public static VideoSpec of(Codec codec, int quality) {
        return new VideoSpec(
                codec,
                quality,
                Speed.BALANCED,
                Depth.KEEP,
                null,
                null,
                null,
                null,
                null,
                false,
                Range.KEEP,
                Deinterlace.WHEN_INTERLACED,
                null);
    }

    /// The same with another codec: a rung of the ladder.
    public VideoSpec with(Codec other) {
        return new VideoSpec(
                other,
                quality,
                speed,
                depth,
                width,
                height,
                frameRate,
                bitrate,
                maxBitrate,
                twoPass,
                range,
                deinterlace,
                keyframeSeconds);
    }

    /// The same at another speed.
    public VideoSpec with(Speed other) {
        return new VideoSpec(
                codec,
                quality,
                other,
                depth,
                width,
                height,
                frameRate,
                bitrate,
                maxBitrate,
                twoPass,
                range,
                deinterlace,
                keyframeSeconds);
    }

    /// The same with another bit depth.
    public VideoSpec with(Depth other) {
        return new VideoSpec(
                codec,
                quality,
                speed,
                other,
                width,
                height,
                frameRate,
                bitrate,
                maxBitrate,
                twoPass,
                range,
                deinterlace,
                keyframeSeconds);
    }

    /// The same in another size, one rendition of several.
    public VideoSpec sized(int otherWidth, int otherHeight, long otherMaxBitrate) {
        return new VideoSpec(
                codec,
                quality,
                speed,
                depth,
                otherWidth,
                otherHeight,
                frameRate,
                null,
                otherMaxBitrate,
                false,
                range,
                deinterlace,
                keyframeSeconds);
    }

    /// How much time a frame may take.
    public enum Speed {
        FASTEST,
        FAST,
        BALANCED,
        SLOW,
        SLOWEST;

        /// In one encoder's own words.
        String of(String fastest, String fast, String balanced, String slow, String slowest) {
            return switch (this) {
                case FASTEST -> fastest;
                case FAST -> fast;
                case BALANCED -> balanced;
                case SLOW -> slow;
                case SLOWEST -> slowest;
            };
        }
    }

    public enum Depth {
        /// Ten bits where the input has more than eight and the codec can.
        KEEP,
        EIGHT,
        TEN
    }

    /// What becomes of high dynamic range.
    public enum Range {
        /// As the input has it, with its colour data.
        KEEP,
        /// Tone-mapped to standard range.
        STANDARD
    }

    public enum Deinterlace {
        WHEN_INTERLACED,
        ALWAYS,
        NEVER
    }

    private static void within(String name, @Nullable Number value, long least, long most) {
        if (value != null && (value.longValue() < least || value.longValue() > most)) {
            throw new IllegalArgumentException("%s must be of %d to %d, not %s".formatted(name, least, most, value));
        }
    }
}
