package media.usenet.making;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.ffmpeg.MediaFacts.Audio;
import media.usenet.ffmpeg.MediaFacts.Subtitle;
import media.usenet.task.AudioCodec;
import media.usenet.task.BitRate;
import media.usenet.task.Format;
import media.usenet.task.SoundWish;

/// What becomes of a film's streams beside the picture: copied where the format holds them, encoded where it does
/// not.
///
/// @param arguments of the output
/// @param soundTracks how many the output has
/// @param lost what the format cannot hold, in a sentence each
record Streams(List<String> arguments, int soundTracks, List<String> lost) {

    private static final long BITS_PER_CHANNEL = 96_000;

    Streams {
        arguments = List.copyOf(arguments);
        lost = List.copyOf(lost);
    }

    /// @param input which input the film is, from 0
    static Streams of(int input, MediaFacts facts, Format format, SoundWish wish, boolean subtitles) {
        var arguments = new ArrayList<String>();
        var lost = new ArrayList<String>();
        for (int track = 0; track < facts.audio().size(); track++) {
            var audio = facts.audio().get(track);
            arguments.addAll(List.of("-map", input + ":" + audio.index()));
            arguments.addAll(sound(audio, track, format, wish));
        }
        if (subtitles) {
            int kept = 0;
            for (var subtitle : facts.subtitles()) {
                var codec = codec(subtitle, format);
                if (codec.isPresent()) {
                    arguments.addAll(List.of("-map", input + ":" + subtitle.index(), "-c:s:" + kept++, codec.get()));
                } else {
                    lost.add("subtitle %d (%s) is left out: %s"
                            .formatted(subtitle.index(), subtitle.language(), why(subtitle, format)));
                }
            }
            if (format == Format.MKV) {
                // Fonts that styled subtitles are written in.
                arguments.addAll(List.of("-map", input + ":t?", "-c:t", "copy"));
            }
        }
        return new Streams(arguments, facts.audio().size(), lost);
    }

    private static List<String> sound(Audio audio, int track, Format format, SoundWish wish) {
        var codec = wish.codec().orElseGet(() -> usual(audio, format));
        var stream = ":a:" + track;
        if (codec.equals(SoundWish.COPY)) {
            return List.of("-c" + stream, "copy");
        }
        var rate = wish.bitRate().map(BitRate::bitsPerSecond).orElse(Math.max(1, audio.channels()) * BITS_PER_CHANNEL);
        var arguments = new ArrayList<>(List.of("-c" + stream, AudioCodec.encoder(codec)));
        if (!codec.equals("flac")) {
            arguments.addAll(List.of("-b" + stream, String.valueOf(rate)));
        }
        if (codec.equals("opus") && audio.layout().endsWith("(side)")) {
            // libopus knows 5.1 with the speakers behind alone, and refuses the same with them at the side.
            arguments.addAll(List.of(
                    "-filter" + stream,
                    "aformat=channel_layouts=" + audio.layout().replace("(side)", "")));
        }
        return arguments;
    }

    private static String usual(Audio audio, Format format) {
        return format.audioCodecs().contains(audio.codec())
                ? SoundWish.COPY
                : format.audioCodecs().getFirst();
    }

    private static Optional<String> codec(Subtitle subtitle, Format format) {
        if (format == Format.MKV) {
            // Matroska holds all but the text format of MP4.
            return Optional.of(subtitle.codec().equals("mov_text") ? "srt" : "copy");
        }
        return subtitle.bitmap() || format.subtitles().isEmpty() ? Optional.empty() : Optional.of(format.subtitles());
    }

    private static String why(Subtitle subtitle, Format format) {
        return format.word() + (subtitle.bitmap() ? " holds no subtitles that are pictures" : " holds no subtitles");
    }
}
