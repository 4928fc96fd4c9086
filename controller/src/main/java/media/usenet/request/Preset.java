package media.usenet.request;

import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.graph.PictureSize;
import media.usenet.task.BitRate;
import media.usenet.task.Format;
import media.usenet.video.Codec;
import media.usenet.video.VideoSpec.Speed;
import org.jspecify.annotations.Nullable;

/// Wishes under one name; what a request says besides goes before them.
enum Preset {
    FAST(Speed.FAST),
    BALANCED(Speed.BALANCED),
    QUALITY(Speed.SLOW),
    WEB_OPTIMIZED(Speed.BALANCED, Codec.H264, 23, null, "5M", 0),
    ARCHIVE_QUALITY(Speed.SLOW, Codec.HEVC, 18, null, null, 0),
    MOBILE_FRIENDLY(Speed.BALANCED, Codec.H264, 28, "720p", null, 30),
    HLS_STREAMING(Speed.BALANCED, Codec.H264, 0, null, null, 0);

    private final Speed speed;
    private final @Nullable Codec codec;
    private final int quality;
    private final @Nullable String size;
    private final @Nullable String maxBitRate;
    private final int fps;

    Preset(Speed speed) {
        this(speed, null, 0, null, null, 0);
    }

    Preset(
            Speed speed,
            @Nullable Codec codec,
            int quality,
            @Nullable String size,
            @Nullable String maxBitRate,
            int fps) {
        this.speed = speed;
        this.codec = codec;
        this.quality = quality;
        this.size = size;
        this.maxBitRate = maxBitRate;
        this.fps = fps;
    }

    /// @throws IllegalArgumentException saying what would be right
    static Preset of(String text) {
        return Stream.of(values())
                .filter(preset -> preset.word().equals(text.toLowerCase(Locale.ROOT)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("give one of " + words()));
    }

    Speed speed() {
        return speed;
    }

    Optional<Codec> codec() {
        return Optional.ofNullable(codec);
    }

    OptionalInt quality() {
        return quality > 0 ? OptionalInt.of(quality) : OptionalInt.empty();
    }

    Optional<PictureSize> size() {
        return Optional.ofNullable(size).map(PictureSize::of);
    }

    Optional<BitRate> maxBitRate() {
        return Optional.ofNullable(maxBitRate).map(BitRate::of);
    }

    OptionalInt fps() {
        return fps > 0 ? OptionalInt.of(fps) : OptionalInt.empty();
    }

    Optional<Format> format() {
        return this == HLS_STREAMING ? Optional.of(Format.HLS) : Optional.empty();
    }

    private String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    private static String words() {
        return Stream.of(values()).map(Preset::word).collect(Collectors.joining(", "));
    }
}
