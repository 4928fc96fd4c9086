package media.usenet.request;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import media.usenet.task.AudioWish;
import media.usenet.task.BitRate;
import media.usenet.task.Flaws;
import media.usenet.task.Format;
import media.usenet.task.Task;
import org.jspecify.annotations.Nullable;

/// `POST /v1/audio/extract`
///
/// @param input the film
/// @param format `mp3`, `aac`, `flac`, `wav` or `opus`; mp3 where it is null
/// @param bitrate 192k where it is null and the format has one
/// @param sampleRate in hertz; the source's where it is null
/// @param track which sound track, from 0; the first where it is null
public record ExtractBody(
        @Nullable @JsonAlias({"input_url", "video_url", "inputUrl", "videoUrl"})
        String input,

        @Nullable @JsonAlias({"output_format", "outputFormat"})
        String format,

        @Nullable @JsonAlias("audio_bitrate") String bitrate,
        @Nullable @JsonAlias("sample_rate") Integer sampleRate,
        @Nullable Integer track,
        @JsonUnwrapped JobOptions options)
        implements Body {

    @Override
    public Task task(Flaws flaws) {
        var format = flaws.read(this.format, "format", Format::of).orElse(Format.MP3);
        flaws.require(format.audioOnly(), "format", "give mp3, aac, flac, wav or opus");
        return new Task.Extract(
                Sources.one(flaws, input, "input"),
                new AudioWish(
                        format,
                        flaws.read(bitrate, "bitrate", BitRate::of),
                        flaws.within(sampleRate, "sample_rate", 8_000, 192_000, 0)),
                flaws.within(track, "track", 0, 63, 0));
    }
}
