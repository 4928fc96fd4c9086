package media.usenet.quality;

import java.util.OptionalInt;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.ffmpeg.MediaFacts.Audio;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.ffmpeg.MediaFacts.Video;
import org.jspecify.annotations.Nullable;

/// What a picture is worth beside its quality: its range against the players', and how much of it the codec keeps.
final class Picture {

    private static final int SHOWN = 200;
    private static final int NOT_SHOWN = -2_000;
    private static final int INTERLACED = -100;

    /// Bits a pixel below which H.264 shows it, and points for each doubling.
    private static final double POOR_BITS = 0.02;

    private static final int DOUBLING = 20;
    private static final int MOST_DOUBLINGS = 3;

    private Picture() {}

    /// The class that a size is of: a film in 1920x800 is of 1080 lines.
    static OptionalInt lines(Video video) {
        int width = Math.max(video.width(), video.height());
        int height = Math.min(video.width(), video.height());
        if (width <= 0 || height <= 0) {
            return OptionalInt.empty();
        }
        int lines = width > 2_600 || height > 1_450
                ? 2160
                : width > 1_400 || height > 800 ? 1080 : width > 1_060 || height > 600 ? 720 : height > 500 ? 576 : 480;
        return OptionalInt.of(lines);
    }

    static void judge(MediaFacts facts, Video video, QualityProfile profile, Tally tally) {
        range(video, profile, tally);
        if (video.fieldOrder().interlaced()) {
            tally.give(INTERLACED, "interlaced");
        }
        fidelity(video, bitsPerSecond(facts, video), tally);
    }

    private static void range(Video video, QualityProfile profile, Tally tally) {
        var hdr = video.hdr();
        if (hdr.kind() == HdrKind.SDR) {
            tally.tell("standard dynamic range");
            return;
        }
        var what = name(hdr.kind());
        boolean alone = hdr.kind() == HdrKind.DOLBY_VISION && !hdr.compatible();
        if (profile.players().isEmpty()) {
            tally.doubt(alone ? NOT_SHOWN : 0, SHOWN, what + ": it is not known what the players show");
        } else if (profile.players().get().shows().contains(hdr.kind())) {
            tally.give(SHOWN, what + ", which the players show");
        } else if (alone) {
            tally.give(NOT_SHOWN, what + " alone, which the players show in wrong colours");
        } else {
            tally.tell(what + ", which the players do not show as such");
        }
    }

    static String name(HdrKind kind) {
        return switch (kind) {
            case SDR -> "SDR";
            case HDR10 -> "HDR10";
            case HDR10_PLUS -> "HDR10+";
            case HLG -> "HLG";
            case DOLBY_VISION -> "Dolby Vision";
        };
    }

    /// Small on purpose: where it came from says more than how many bits it has.
    private static void fidelity(Video video, long rate, Tally tally) {
        double pixels =
                (double) video.width() * video.height() * video.frameRate().perSecond();
        if (rate <= 0 || pixels <= 0) {
            tally.doubt(0, DOUBLING * MOST_DOUBLINGS, "its bit rate is not known");
            return;
        }
        double bits = rate * efficiency(video.codec()) / pixels;
        double doublings = Math.log(bits / POOR_BITS) / Math.log(2);
        int points = (int) Math.round(DOUBLING * Math.clamp(doublings, 0, MOST_DOUBLINGS));
        tally.give(points, "%.1f Mbit/s of %s".formatted(rate / 1e6, video.codec()));
    }

    /// Matroska does not say the rate of a stream: what the sound leaves of the file's is the picture's. 0 is
    /// unknown.
    static long bitsPerSecond(MediaFacts facts, Video video) {
        long sound = facts.audio().stream().mapToLong(Audio::bitrate).sum();
        return video.bitrate() > 0 ? video.bitrate() : Math.max(0, facts.bitrate() - sound);
    }

    /// How many bits of H.264 one bit stands for, roughly, as published comparisons of encoders have it.
    static double efficiency(String codec) {
        return switch (codec) {
            case "av1", "vvc" -> 2.0;
            case "hevc" -> 1.6;
            case "vp9" -> 1.5;
            case "mpeg4", "vc1", "wmv3", "msmpeg4v3" -> 0.65;
            case "mpeg2video", "mpeg1video" -> 0.5;
            default -> 1.0;
        };
    }

    static OptionalInt lines(@Nullable MediaFacts facts) {
        return facts == null
                ? OptionalInt.empty()
                : facts.film().map(Picture::lines).orElse(OptionalInt.empty());
    }
}
