package media.usenet.request;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import media.usenet.task.AudioWish;
import media.usenet.task.BitRate;
import media.usenet.task.Flaws;
import media.usenet.task.Format;
import media.usenet.task.Task;
import org.jspecify.annotations.Nullable;

/// `POST /v1/audio/tempo`: faster or slower, at the same pitch.
///
/// @param tempo 2 is twice as fast; from 0.25 to 4
/// @param format the sound's; mp3 where it is null
public record TempoBody(
        @Nullable @JsonAlias({"input_url", "audio_url", "inputUrl", "audioUrl"})
        String input,

        @Nullable Double tempo,

        @Nullable @JsonAlias({"output_format", "outputFormat"})
        String format,

        @Nullable @JsonAlias("audio_bitrate") String bitrate,
        @JsonUnwrapped JobOptions options)
        implements Body {

    private static final double SLOWEST = 0.25;
    private static final double FASTEST = 4;

    @Override
    public Task task(Flaws flaws) {
        var format = flaws.read(this.format, "format", Format::of).orElse(Format.MP3);
        flaws.require(format.audioOnly(), "format", "give mp3, aac, flac, wav or opus");
        flaws.require(tempo != null, "tempo", "give how fast it is to be, 2 for twice as fast");
        return new Task.Tempo(
                Sources.one(flaws, input, "input"),
                new AudioWish(format, flaws.read(bitrate, "bitrate", BitRate::of), 0),
                flaws.within(tempo, "tempo", SLOWEST, FASTEST, 1));
    }
}
