package media.usenet.ffmpeg;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// What FFmpeg says of a media file. Unknown texts are `unknown`, unknown numbers 0.
///
/// @param formats names of the container, as its demuxer has them: `mov`, `mp4`, `m4a`
/// @param duration null when the container does not say
/// @param bitrate of the whole file, in bits a second
/// @param pictures covers and thumbnails that come as video streams and are none
public record MediaFacts(
        List<String> formats,
        @Nullable Duration duration,
        long bytes,
        long bitrate,
        List<Video> video,
        List<Audio> audio,
        List<Subtitle> subtitles,
        List<Picture> pictures,
        int chapters) {

    public MediaFacts {
        formats = List.copyOf(formats);
        video = List.copyOf(video);
        audio = List.copyOf(audio);
        subtitles = List.copyOf(subtitles);
        pictures = List.copyOf(pictures);
    }

    /// The film itself: the first video stream that is no attached picture.
    public Optional<Video> film() {
        return video.stream().findFirst();
    }

    /// @param index of the stream in the file, as `-map 0:INDEX` counts
    /// @param codec FFmpeg's name: `h264`, `hevc`, `av1`, `vp9`, `mpeg2video`
    /// @param width as stored, before rotation
    /// @param rotation degrees clockwise that a player turns it by: 0, 90, 180, 270
    /// @param bitrate in bits a second
    public record Video(
            int index,
            String codec,
            String profile,
            int width,
            int height,
            FrameRate frameRate,
            String pixelFormat,
            int bitDepth,
            FieldOrder fieldOrder,
            Colour colour,
            Hdr hdr,
            int rotation,
            long bitrate) {}

    /// Whether it is sound alone: a cover is no film.
    public boolean audioOnly() {
        return video.isEmpty() && !audio.isEmpty();
    }

    /// @param profile what tells codecs of one name apart: `LC`, `DTS-HD MA`; `unknown` where there is none
    /// @param layout `stereo`, `5.1(side)`
    /// @param sampleRate in hertz
    /// @param bitrate in bits a second
    /// @param language as three letters; `und` when the file does not say
    public record Audio(
            int index,
            String codec,
            String profile,
            int channels,
            String layout,
            int sampleRate,
            long bitrate,
            String language,
            @Nullable String title,
            boolean isDefault) {}

    /// @param bitmap whether it holds pictures (`hdmv_pgs_subtitle`), which no text format can take
    public record Subtitle(
            int index,
            String codec,
            String language,
            @Nullable String title,
            boolean bitmap,
            boolean forced,
            boolean isDefault) {}

    public record Picture(int index, String codec, int width, int height) {}

    public enum FieldOrder {
        PROGRESSIVE,
        TOP_FIRST,
        BOTTOM_FIRST,
        UNKNOWN;

        public boolean interlaced() {
            return this == TOP_FIRST || this == BOTTOM_FIRST;
        }
    }

    /// FFmpeg's names: `bt709`, `bt2020`, `smpte2084`, `bt2020nc`, `tv`.
    public record Colour(String primaries, String transfer, String matrix, String range) {

        public static final Colour UNKNOWN = new Colour("unknown", "unknown", "unknown", "unknown");

        /// Whether the transfer function is one of high dynamic range.
        public boolean highDynamicRange() {
            return transfer.equals("smpte2084") || transfer.equals("arib-std-b67");
        }
    }

    /// @param dolbyVisionProfile 5, 7, 8, 10; null when there is none
    /// @param compatible whether players without Dolby Vision see a right picture; meaningless without it
    /// @param masteringDisplay as x265 writes it: `G(..)B(..)R(..)WP(..)L(..)`
    /// @param contentLight as x265 writes it: `1000,400`
    public record Hdr(
            HdrKind kind,
            @Nullable Integer dolbyVisionProfile,
            boolean compatible,
            @Nullable String masteringDisplay,
            @Nullable String contentLight) {

        public static final Hdr NONE = new Hdr(HdrKind.SDR, null, true, null, null);
    }

    public enum HdrKind {
        SDR,
        HDR10,
        HDR10_PLUS,
        HLG,
        DOLBY_VISION
    }
}
