package media.usenet.ffmpeg;

import com.github.kokorin.jaffree.StreamType;
import com.github.kokorin.jaffree.ffprobe.FFprobeResult;
import com.github.kokorin.jaffree.ffprobe.Stream;
import com.github.kokorin.jaffree.ffprobe.data.JsonFormatParser;
import com.github.kokorin.jaffree.ffprobe.data.ProbeData;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import media.usenet.ffmpeg.MediaFacts.Audio;
import media.usenet.ffmpeg.MediaFacts.Picture;
import media.usenet.ffmpeg.MediaFacts.Subtitle;
import org.jspecify.annotations.Nullable;

/// Reads ffprobe's JSON by Jaffree's model. Durations, sizes and bitrates are read from its texts: the model's
/// own are floats, too coarse for a long film, and integers, which a lossless stream's bitrate does not fit.
final class ProbeTexts {

    static final List<String> WHOLE = List.of("-show_format", "-show_streams", "-show_chapters");

    /// Mastering data and HDR10+ stand in most files' frames alone. Two packets: the first may bring no frame
    /// yet.
    static final List<String> FIRST_FRAME = List.of(
            "-select_streams",
            "v:0",
            "-read_intervals",
            "%+#2",
            "-show_frames",
            "-show_entries",
            "frame=side_data_list");

    private static final Set<String> BITMAP =
            Set.of("hdmv_pgs_subtitle", "dvd_subtitle", "dvb_subtitle", "dvb_teletext", "xsub");

    private ProbeTexts() {}

    /// Whether the first frame is worth reading.
    static boolean highDynamicRange(String whole) {
        return facts(whole, "{}")
                .film()
                .map(film -> film.colour().highDynamicRange())
                .orElse(false);
    }

    /// @param firstFrame what [#FIRST_FRAME] answered; `{}` where it was not asked
    static MediaFacts facts(String whole, String firstFrame) {
        var result = new FFprobeResult(parse(whole));
        var frame = new SideData(parse(firstFrame).getSubDataList("frames"), "side_data_list");
        var format = result.getFormat().getProbeData();
        var films = streams(result, StreamType.VIDEO, film -> !picture(film));
        return new MediaFacts(
                List.of(text(format.getString("format_name")).split(",", -1)),
                duration(format),
                number(format, "size"),
                number(format, "bit_rate"),
                films.stream().map(film -> VideoFacts.of(film, frame)).toList(),
                streams(result, StreamType.AUDIO, _ -> true).stream()
                        .map(ProbeTexts::audio)
                        .toList(),
                streams(result, StreamType.SUBTITLE, _ -> true).stream()
                        .map(ProbeTexts::subtitle)
                        .toList(),
                streams(result, StreamType.VIDEO, ProbeTexts::picture).stream()
                        .map(found -> new Picture(
                                found.getIndex(),
                                text(found.getCodecName()),
                                or0(found.getWidth()),
                                or0(found.getHeight())))
                        .toList(),
                list(result.getChapters()).size());
    }

    private static ProbeData parse(String json) {
        return new JsonFormatParser().parse(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
    }

    private static List<Stream> streams(FFprobeResult result, StreamType type, Predicate<Stream> which) {
        return list(result.getStreams()).stream()
                .filter(stream -> type.equals(stream.getCodecType()))
                .filter(which)
                .toList();
    }

    private static boolean picture(Stream stream) {
        return is(stream.getProbeData(), "attached_pic");
    }

    private static Audio audio(Stream stream) {
        var data = stream.getProbeData();
        return new Audio(
                stream.getIndex(),
                text(stream.getCodecName()),
                text(stream.getProfile()),
                or0(stream.getChannels()),
                text(stream.getChannelLayout()),
                or0(stream.getSampleRate()),
                number(data, "bit_rate"),
                language(data),
                tag(data, "title"),
                is(data, "default"));
    }

    private static Subtitle subtitle(Stream stream) {
        var data = stream.getProbeData();
        var codec = text(stream.getCodecName());
        return new Subtitle(
                stream.getIndex(),
                codec,
                language(data),
                tag(data, "title"),
                BITMAP.contains(codec),
                is(data, "forced"),
                is(data, "default"));
    }

    private static boolean is(ProbeData stream, String disposition) {
        return Integer.valueOf(1).equals(stream.getSubDataInteger("disposition", disposition));
    }

    private static String language(ProbeData stream) {
        var language = tag(stream, "language");
        return language == null ? "und" : language;
    }

    /// Some containers write the names of tags in capitals.
    private static @Nullable String tag(ProbeData stream, String name) {
        var value = stream.getSubDataString("tags", name);
        return value == null ? stream.getSubDataString("tags", name.toUpperCase(Locale.ROOT)) : value;
    }

    private static @Nullable Duration duration(ProbeData format) {
        var seconds = format.getString("duration");
        try {
            return seconds == null ? null : Duration.ofMillis(Math.round(Double.parseDouble(seconds) * 1000));
        } catch (NumberFormatException _) {
            return null;
        }
    }

    static long number(ProbeData data, String name) {
        var text = data.getString(name);
        try {
            return text == null ? 0 : Long.parseLong(text);
        } catch (NumberFormatException _) {
            return 0;
        }
    }

    static int or0(@Nullable Integer number) {
        return number == null ? 0 : number;
    }

    static String text(@Nullable String text) {
        return text == null ? "unknown" : text;
    }

    static <T> List<T> list(@Nullable List<T> list) {
        return list == null ? List.of() : list;
    }
}
