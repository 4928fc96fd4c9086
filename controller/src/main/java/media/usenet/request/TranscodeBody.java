package media.usenet.request;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import media.usenet.encoders.HardwareWish;
import media.usenet.ffmpeg.FrameRate;
import media.usenet.graph.PictureSize;
import media.usenet.task.AudioCodec;
import media.usenet.task.BitRate;
import media.usenet.task.Flaws;
import media.usenet.task.Format;
import media.usenet.task.FrameRates;
import media.usenet.task.Quality;
import media.usenet.task.Rendition;
import media.usenet.task.SoundWish;
import media.usenet.task.Task;
import media.usenet.video.Codec;
import media.usenet.video.VideoSpec;
import media.usenet.video.VideoSpec.Deinterlace;
import media.usenet.video.VideoSpec.Depth;
import media.usenet.video.VideoSpec.Range;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// `POST /v1/transcode`
///
/// @param input an address, `upload:ID`, or the full path of a file of the library
/// @param outputFormat `mp4`, `mkv`, `webm`, `mov`, `ts`, `hls`, `dash`; mp4 where it is null
/// @param videoCodec `h264`, `hevc`, `av1`, `vp9`, or `copy`; what fits the format best where it is null
/// @param fallbackCodecs other codecs that will do, best first, should no encoder for the first one be proved
/// @param audioCodec `aac`, `opus`, `ac3`, `mp3`, `flac`, or `copy`; copied where the format holds it, where it is
///     null
/// @param preset a speed (`fast`, `balanced`, `quality`) or a named one (`web_optimized` ...)
/// @param crf quality on x264's scale, whatever encodes: 0 best to 51 worst
/// @param bitrate in place of a quality
/// @param resolution `1080p` or `WIDTHxHEIGHT`: fitted into, never enlarged
/// @param hardware `auto`, `required`, `off`, an API (`nvenc`), or one of these for each codec
/// @param hdr `keep`, or `sdr` to tone-map
/// @param subtitles `keep` or `drop`
/// @param segmentDuration of HLS and DASH, in seconds
/// @param renditions of HLS and DASH, the largest first: `["1080p", "720p"]`
public record TranscodeBody(
        @Nullable @JsonAlias({"input_url", "inputUrl", "video_url", "videoUrl"})
        String input,

        @Nullable @JsonAlias({"output_format", "format"}) String outputFormat,
        @Nullable @JsonAlias({"video_codec", "codec"}) String videoCodec,
        @Nullable @JsonAlias("fallback_codecs") List<String> fallbackCodecs,
        @Nullable @JsonAlias("audio_codec") String audioCodec,
        @Nullable @JsonAlias("audio_bitrate") String audioBitrate,
        @Nullable String preset,
        @Nullable @JsonAlias("quality") Integer crf,
        @Nullable @JsonAlias("video_bitrate") String bitrate,
        @Nullable @JsonAlias("max_bitrate") String maxBitrate,
        @Nullable String resolution,
        @Nullable Double fps,
        @Nullable @JsonAlias("two_pass") Boolean twoPass,
        @Nullable JsonNode hardware,
        @Nullable String hdr,
        @Nullable @JsonAlias("bit_depth") Integer bitDepth,
        @Nullable Boolean deinterlace,
        @Nullable String subtitles,
        @Nullable @JsonAlias("segment_duration") Integer segmentDuration,
        @Nullable List<String> renditions,
        @JsonUnwrapped JobOptions options)
        implements Body {

    private static final String COPY = "copy";
    private static final int WORST = 51;
    private static final double MOST_FPS = 240;
    private static final int LONGEST_SEGMENT = 60;
    private static final int USUAL_SEGMENT = 6;
    private static final int MOST_RENDITIONS = 6;

    @Override
    public Task task(Flaws flaws) {
        var preset = flaws.read(this.preset, "preset", Preset::of).orElse(Preset.BALANCED);
        var format = flaws.read(outputFormat, "output_format", Format::of)
                .or(preset::format)
                .orElse(Format.MP4);
        flaws.require(!format.audioOnly(), "output_format", "that is sound alone: POST /v1/audio/extract makes it");
        return new Task.Transcode(
                Sources.one(flaws, input, "input"),
                format,
                COPY.equals(videoCodec) ? Optional.empty() : Optional.of(video(flaws, preset, format)),
                others(flaws, format),
                hardware(flaws),
                sound(flaws, format),
                subtitles(flaws),
                flaws.within(segmentDuration, "segment_duration", 1, LONGEST_SEGMENT, USUAL_SEGMENT),
                renditions(flaws, format));
    }

    private VideoSpec video(Flaws flaws, Preset preset, Format format) {
        var codec = codec(flaws, preset, format);
        var size = flaws.read(resolution, "resolution", PictureSize::of).or(preset::size);
        var rate = flaws.read(bitrate, "bitrate", BitRate::of);
        var most = flaws.read(maxBitrate, "max_bitrate", BitRate::of)
                .or(() -> rate.isPresent() ? Optional.empty() : preset.maxBitRate());
        boolean passes = Boolean.TRUE.equals(twoPass);
        flaws.require(!passes || rate.isPresent(), "two_pass", "two passes aim at a bitrate: give one");
        flaws.require(
                rate.isEmpty()
                        || most.isEmpty()
                        || most.get().bitsPerSecond() >= rate.get().bitsPerSecond(),
                "max_bitrate",
                "it is below the bitrate");
        return new VideoSpec(
                codec,
                flaws.within(crf, "crf", 0, WORST, preset.quality().orElse(Quality.usual(codec))),
                preset.speed(),
                depth(flaws),
                size.map(PictureSize::width).orElse(null),
                size.map(PictureSize::height).orElse(null),
                frameRate(flaws, preset),
                rate.map(BitRate::bitsPerSecond).orElse(null),
                most.filter(more -> rate.isEmpty()
                                || more.bitsPerSecond() >= rate.get().bitsPerSecond())
                        .map(BitRate::bitsPerSecond)
                        .orElse(null),
                passes && rate.isPresent(),
                range(flaws),
                Boolean.FALSE.equals(deinterlace) ? Deinterlace.NEVER : Deinterlace.WHEN_INTERLACED,
                format.segmented()
                        ? flaws.within(segmentDuration, "segment_duration", 1, LONGEST_SEGMENT, USUAL_SEGMENT)
                        : null);
    }

    private Codec codec(Flaws flaws, Preset preset, Format format) {
        var codec = flaws.read(videoCodec, "video_codec", TranscodeBody::codec)
                .or(() -> preset.codec().filter(fits -> format.videoCodecs().contains(fits.ffmpegName())))
                .orElseGet(() -> format.audioOnly()
                        ? Codec.H264
                        : codec(format.videoCodecs().getFirst()));
        flaws.require(
                format.audioOnly() || format.videoCodecs().contains(codec.ffmpegName()),
                "video_codec",
                "%s cannot hold %s; it holds %s"
                        .formatted(format.word(), codec.title(), String.join(", ", format.videoCodecs())));
        return codec;
    }

    private static Codec codec(String word) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "h264", "h.264", "avc", "x264" -> Codec.H264;
            case "hevc", "h265", "h.265", "x265" -> Codec.HEVC;
            case "av1" -> Codec.AV1;
            case "vp9" -> Codec.VP9;
            default -> throw new IllegalArgumentException("give h264, hevc, av1, vp9 or copy");
        };
    }

    private List<Codec> others(Flaws flaws, Format format) {
        return Objects.requireNonNullElse(fallbackCodecs, List.<String>of()).stream()
                .flatMap(word -> flaws.read(word, "fallback_codecs", TranscodeBody::codec).stream())
                .filter(codec -> format.videoCodecs().contains(codec.ffmpegName()))
                .toList();
    }

    private Depth depth(Flaws flaws) {
        int bits = Objects.requireNonNullElse(bitDepth, 0);
        flaws.require(bits == 0 || bits == 8 || bits == 10, "bit_depth", "give 8 or 10");
        return switch (bits) {
            case 8 -> Depth.EIGHT;
            case 10 -> Depth.TEN;
            default -> Depth.KEEP;
        };
    }

    private @Nullable FrameRate frameRate(Flaws flaws, Preset preset) {
        double rate = flaws.within(fps, "fps", 1, MOST_FPS, preset.fps().orElse(0));
        return rate > 0 ? FrameRates.of(rate) : null;
    }

    private Range range(Flaws flaws) {
        var word = Objects.requireNonNullElse(hdr, "keep").toLowerCase(Locale.ROOT);
        flaws.require(List.of("keep", "sdr").contains(word), "hdr", "give keep, or sdr to tone-map");
        return word.equals("sdr") ? Range.STANDARD : Range.KEEP;
    }

    private boolean subtitles(Flaws flaws) {
        var word = Objects.requireNonNullElse(subtitles, "keep").toLowerCase(Locale.ROOT);
        flaws.require(List.of("keep", "drop").contains(word), "subtitles", "give keep or drop");
        return word.equals("keep");
    }

    private HardwareWish hardware(Flaws flaws) {
        if (hardware == null || hardware.isNull()) {
            return HardwareWish.AUTO;
        }
        var word = hardware.isObject()
                ? hardware.path(Objects.requireNonNullElse(videoCodec, "h264")).asString("auto")
                : hardware.asString("");
        return flaws.read(word, "hardware", HardwareWish::of).orElse(HardwareWish.AUTO);
    }

    private SoundWish sound(Flaws flaws, Format format) {
        var codec = Optional.ofNullable(audioCodec).map(word -> word.toLowerCase(Locale.ROOT));
        codec.ifPresent(word -> flaws.require(
                word.equals(COPY) || (format.audioCodecs().contains(word) && AudioCodec.canBeMade(word)),
                "audio_codec",
                "%s holds %s, and FFmpeg makes all but dts and truehd"
                        .formatted(format.word(), String.join(", ", format.audioCodecs()))));
        return new SoundWish(codec, flaws.read(audioBitrate, "audio_bitrate", BitRate::of));
    }

    private List<Rendition> renditions(Flaws flaws, Format format) {
        var sizes = Objects.requireNonNullElse(renditions, List.<String>of()).stream()
                .flatMap(text -> flaws.read(text, "renditions", PictureSize::of).stream())
                .map(size -> new Rendition(size, Optional.empty()))
                .toList();
        flaws.require(sizes.isEmpty() || format.segmented(), "renditions", "hls and dash alone have several");
        flaws.require(sizes.size() <= MOST_RENDITIONS, "renditions", "at most %d".formatted(MOST_RENDITIONS));
        flaws.require(
                sizes.isEmpty() || !COPY.equals(videoCodec), "renditions", "a picture that is copied has one size");
        return sizes;
    }
}
