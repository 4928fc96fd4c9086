package media.usenet.ffmpeg;

import com.github.kokorin.jaffree.ffprobe.Stream;
import com.github.kokorin.jaffree.ffprobe.data.ProbeData;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import media.usenet.ffmpeg.MediaFacts.Colour;
import media.usenet.ffmpeg.MediaFacts.FieldOrder;
import media.usenet.ffmpeg.MediaFacts.Hdr;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.ffmpeg.MediaFacts.Video;
import org.jspecify.annotations.Nullable;

/// Reads one video stream of ffprobe's answer.
final class VideoFacts {

    private static final Pattern RATE = Pattern.compile("(\\d{1,9})/(\\d{1,9})");
    /// `yuv420p10le`, `p010le`, `gbrp12be`, `x2rgb10le`: bits stand before the byte order.
    private static final Pattern DEPTH = Pattern.compile("(?:p|gray|rgb|bgr)0?(9|10|12|14|16)(?:le|be)$");

    private VideoFacts() {}

    static Video of(Stream stream, SideData frame) {
        var data = stream.getProbeData();
        var side = new SideData(List.of(data), "side_data_list");
        var colour = new Colour(
                ProbeTexts.text(stream.getColorPrimaries()),
                ProbeTexts.text(stream.getColorTransfer()),
                ProbeTexts.text(stream.getColorSpace()),
                ProbeTexts.text(stream.getColorRange()));
        var pixels = ProbeTexts.text(stream.getPixFmt());
        return new Video(
                stream.getIndex(),
                ProbeTexts.text(stream.getCodecName()),
                ProbeTexts.text(stream.getProfile()),
                ProbeTexts.or0(stream.getWidth()),
                ProbeTexts.or0(stream.getHeight()),
                frameRate(data),
                pixels,
                depth(pixels),
                fieldOrder(ProbeTexts.text(stream.getFieldOrder())),
                colour,
                hdr(colour, side, frame),
                rotation(data, side),
                ProbeTexts.number(data, "bit_rate"));
    }

    /// The average, which is right for film and for variable rates; where there is none, the smallest step that
    /// all times are multiples of.
    private static FrameRate frameRate(ProbeData data) {
        var average = rate(ProbeTexts.text(data.getString("avg_frame_rate")));
        return average.known() ? average : rate(ProbeTexts.text(data.getString("r_frame_rate")));
    }

    static FrameRate rate(String text) {
        var found = RATE.matcher(text);
        if (!found.matches() || found.group(1).equals("0") || found.group(2).equals("0")) {
            return FrameRate.UNKNOWN;
        }
        return new FrameRate(Integer.parseInt(found.group(1)), Integer.parseInt(found.group(2)));
    }

    static int depth(String pixelFormat) {
        var found = DEPTH.matcher(pixelFormat);
        return pixelFormat.equals("unknown") ? 0 : found.find() ? Integer.parseInt(found.group(1)) : 8;
    }

    private static FieldOrder fieldOrder(String name) {
        return switch (name) {
            case "progressive" -> FieldOrder.PROGRESSIVE;
            case "tt", "bt" -> FieldOrder.TOP_FIRST;
            case "bb", "tb" -> FieldOrder.BOTTOM_FIRST;
            default -> FieldOrder.UNKNOWN;
        };
    }

    /// FFmpeg's matrix turns counterclockwise, the old tag clockwise.
    private static int rotation(ProbeData data, SideData side) {
        var matrix = side.find("Display Matrix").map(found -> found.getString("rotation"));
        var tag = Optional.ofNullable(data.getSubDataString("tags", "rotate"));
        int degrees = matrix.map(text -> -degrees(text))
                .or(() -> tag.map(VideoFacts::degrees))
                .orElse(0);
        return Math.floorMod(Math.round(degrees / 90f) * 90, 360);
    }

    private static int degrees(String text) {
        try {
            return (int) Math.round(Double.parseDouble(text));
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    private static Hdr hdr(Colour colour, SideData side, SideData frame) {
        var vision = side.find("DOVI configuration").or(() -> frame.find("DOVI configuration"));
        var display = side.find("Mastering display").or(() -> frame.find("Mastering display"));
        var light = side.find("Content light").or(() -> frame.find("Content light"));
        return new Hdr(
                kind(colour, vision.isPresent(), frame.find("HDR10+").isPresent()),
                vision.map(found -> found.getInteger("dv_profile")).orElse(null),
                vision.map(found -> ProbeTexts.number(found, "dv_bl_signal_compatibility_id") != 0)
                        .orElse(true),
                display.map(VideoFacts::masteringDisplay).orElse(null),
                light.map(VideoFacts::contentLight).orElse(null));
    }

    private static HdrKind kind(Colour colour, boolean vision, boolean plus) {
        if (vision) {
            return HdrKind.DOLBY_VISION;
        }
        return switch (colour.transfer()) {
            case "smpte2084" -> plus ? HdrKind.HDR10_PLUS : HdrKind.HDR10;
            case "arib-std-b67" -> HdrKind.HLG;
            default -> HdrKind.SDR;
        };
    }

    /// x265 counts chromaticity in 1/50,000 and luminance in 1/10,000 candela per square metre.
    private static @Nullable String masteringDisplay(ProbeData data) {
        try {
            return "G(%d,%d)B(%d,%d)R(%d,%d)WP(%d,%d)L(%d,%d)"
                    .formatted(
                            units(data, "green_x", 50_000),
                            units(data, "green_y", 50_000),
                            units(data, "blue_x", 50_000),
                            units(data, "blue_y", 50_000),
                            units(data, "red_x", 50_000),
                            units(data, "red_y", 50_000),
                            units(data, "white_point_x", 50_000),
                            units(data, "white_point_y", 50_000),
                            units(data, "max_luminance", 10_000),
                            units(data, "min_luminance", 10_000));
        } catch (NumberFormatException _) {
            // Only one of primaries and luminance: no such thing can be written.
            return null;
        }
    }

    private static long units(ProbeData data, String name, int perUnit) {
        var found = RATE.matcher(ProbeTexts.text(data.getString(name)));
        if (!found.matches() || Long.parseLong(found.group(2)) == 0) {
            throw new NumberFormatException(name);
        }
        return Math.round(Long.parseLong(found.group(1)) * (double) perUnit / Long.parseLong(found.group(2)));
    }

    private static String contentLight(ProbeData data) {
        return ProbeTexts.number(data, "max_content") + "," + ProbeTexts.number(data, "max_average");
    }
}
