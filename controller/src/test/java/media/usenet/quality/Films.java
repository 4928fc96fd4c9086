package media.usenet.quality;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import media.usenet.ffmpeg.FrameRate;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.ffmpeg.MediaFacts.Audio;
import media.usenet.ffmpeg.MediaFacts.Colour;
import media.usenet.ffmpeg.MediaFacts.FieldOrder;
import media.usenet.ffmpeg.MediaFacts.Hdr;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.ffmpeg.MediaFacts.Subtitle;
import media.usenet.ffmpeg.MediaFacts.Video;
import media.usenet.formats.Application;
import media.usenet.formats.Guide;
import media.usenet.formats.Guides;

/// Made films of two hours.
record Films(Video video, List<Audio> audio, List<Subtitle> subtitles, Duration duration) {

    static final Guide GUIDE = new Guides(null, Map.of()).of(Application.RADARR);
    static final Duration TWO_HOURS = Duration.ofHours(2);
    static final Players ALL = new Players(Set.of(HdrKind.values()), 8, true);
    static final QualityProfile PROFILE =
            QualityProfile.of(GUIDE, GUIDE.profile("built in").orElseThrow());

    static Films of(int width, int height, String codec, long bitrate) {
        return new Films(
                video(width, height, codec, bitrate, Hdr.NONE),
                List.of(sound(1, "ac3", 6, "eng")),
                List.of(),
                TWO_HOURS);
    }

    static Films hd() {
        return of(1920, 1080, "h264", 10_000_000);
    }

    static Video video(int width, int height, String codec, long bitrate, Hdr hdr) {
        return new Video(
                0,
                codec,
                "unknown",
                width,
                height,
                FrameRate.of(24),
                "yuv420p",
                8,
                FieldOrder.PROGRESSIVE,
                Colour.UNKNOWN,
                hdr,
                0,
                bitrate);
    }

    static Audio sound(int index, String codec, int channels, String language) {
        return new Audio(index, codec, "unknown", channels, "unknown", 48_000, 640_000, language, null, index == 1);
    }

    static Subtitle text(int index, String language) {
        return new Subtitle(index, "subrip", language, null, false, false, false);
    }

    Films in(Hdr hdr) {
        return new Films(
                video(video.width(), video.height(), video.codec(), video.bitrate(), hdr), audio, subtitles, duration);
    }

    Films with(Audio... tracks) {
        return new Films(video, List.of(tracks), subtitles, duration);
    }

    Films with(Subtitle... tracks) {
        return new Films(video, audio, List.of(tracks), duration);
    }

    Films lasting(Duration other) {
        return new Films(video, audio, subtitles, other);
    }

    MediaFacts facts() {
        long bytes = video.bitrate() / 8 * duration.toSeconds();
        return new MediaFacts(
                List.of("matroska"), duration, bytes, video.bitrate(), List.of(video), audio, subtitles, List.of(), 0);
    }

    Candidate named(String name) {
        return Candidate.of(name, facts(), facts().bytes());
    }

    static Hdr hdr(HdrKind kind, boolean compatible) {
        return new Hdr(kind, kind == HdrKind.DOLBY_VISION ? Integer.valueOf(8) : null, compatible, null, null);
    }

    static QualityProfile with(Players players, String... audio) {
        return new QualityProfile(
                GUIDE, PROFILE.ladder(), Optional.of(players), Set.of(audio), Set.of(), true, false, "movie");
    }

    static Path trash() {
        return Path.of("../../shared/data/trash");
    }
}
