package media.usenet.task;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a file is wrapped in, and what it can hold. Videos first in the list of codecs stand for what fits best where
/// none was asked for.
public enum Format {
    MP4("mp4", "mp4", "h264 hevc av1", "aac ac3 eac3 mp3 opus flac", "mov_text"),
    MOV("mov", "mov", "h264 hevc", "aac ac3 mp3", "mov_text"),
    MKV("mkv", "matroska", "hevc h264 av1 vp9", "aac opus ac3 eac3 mp3 flac dts truehd vorbis", "copy"),
    WEBM("webm", "webm", "vp9 av1", "opus vorbis", "webvtt"),
    TS("ts", "mpegts", "h264 hevc", "aac ac3 mp3", ""),
    HLS("hls", "hls", "h264 hevc", "aac", ""),
    DASH("dash", "dash", "h264 hevc av1 vp9", "aac opus", ""),
    MP3("mp3", "mp3", "", "mp3", ""),
    AAC("m4a", "ipod", "", "aac", ""),
    FLAC("flac", "flac", "", "flac", ""),
    WAV("wav", "wav", "", "pcm_s16le", ""),
    OPUS("opus", "opus", "", "opus", "");

    private static final Map<String, Format> OTHER_NAMES =
            Map.of("m4a", AAC, "matroska", MKV, "mpegts", TS, "mpd", DASH);

    private final String extension;
    private final String muxer;
    private final String videoCodecs;
    private final String audioCodecs;
    private final String subtitles;

    Format(String extension, String muxer, String videoCodecs, String audioCodecs, String subtitles) {
        this.extension = extension;
        this.muxer = muxer;
        this.videoCodecs = videoCodecs;
        this.audioCodecs = audioCodecs;
        this.subtitles = subtitles;
    }

    /// @throws IllegalArgumentException saying what would be right
    public static Format of(String text) {
        var word = text.toLowerCase(Locale.ROOT);
        var other = OTHER_NAMES.get(word);
        if (other != null) {
            return other;
        }
        return Stream.of(values())
                .filter(format -> format.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("give one of " + words()));
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String extension() {
        return extension;
    }

    /// FFmpeg's name of what writes it.
    public String muxer() {
        return muxer;
    }

    public List<String> videoCodecs() {
        return words(videoCodecs);
    }

    public List<String> audioCodecs() {
        return words(audioCodecs);
    }

    /// Codec of subtitles that are texts; empty where it holds none.
    public String subtitles() {
        return subtitles;
    }

    /// Whether it is a folder of many files rather than one.
    public boolean segmented() {
        return this == HLS || this == DASH;
    }

    public boolean audioOnly() {
        return videoCodecs.isEmpty();
    }

    private static List<String> words(String several) {
        return several.isEmpty() ? List.of() : List.of(several.split(" ", -1));
    }

    private static String words() {
        return Stream.of(values()).map(Format::word).collect(Collectors.joining(", "));
    }
}
