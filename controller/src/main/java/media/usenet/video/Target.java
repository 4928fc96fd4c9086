package media.usenet.video;

import java.util.ArrayList;
import java.util.List;
import media.usenet.ffmpeg.FrameRate;
import media.usenet.ffmpeg.MediaFacts.Colour;
import media.usenet.ffmpeg.MediaFacts.Hdr;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.ffmpeg.MediaFacts.Video;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.video.VideoSpec.Deinterlace;
import media.usenet.video.VideoSpec.Depth;
import media.usenet.video.VideoSpec.Range;
import org.jspecify.annotations.Nullable;

/// What comes of the wishes with this input: what the picture will be, whatever encodes it.
///
/// @param width as it is shown, after rotation
/// @param scaled whether it differs from the input's
/// @param frameRate what it is changed to; null keeps it
/// @param colour of the output
/// @param toneMapped whether high dynamic range is brought to standard range
/// @param because each choice that a user may wonder about
public record Target(
        int width,
        int height,
        boolean scaled,
        int bitDepth,
        @Nullable FrameRate frameRate,
        boolean deinterlaced,
        boolean toneMapped,
        Colour colour,
        List<String> because) {

    private static final Colour STANDARD = new Colour("bt709", "bt709", "bt709", "tv");

    public Target {
        because = List.copyOf(because);
    }

    /// @throws ProblemException `VIDEO_NOT_POSSIBLE`
    public static Target of(VideoSpec wanted, Video input) {
        if (input.width() < 1 || input.height() < 1) {
            throw new ProblemException(
                    Problem.VIDEO_NOT_POSSIBLE,
                    "the size of the picture is not known",
                    "check the file: it may be cut off at its beginning");
        }
        var because = new ArrayList<String>();
        var size = Size.of(wanted, input);
        boolean scaled = size.width() != size.fullWidth() || size.height() != size.fullHeight();
        boolean mapped = toneMapped(wanted, input, because);
        return new Target(
                size.width(),
                size.height(),
                scaled,
                depth(wanted, input, mapped, because),
                wanted.frameRate() == null || wanted.frameRate().equals(input.frameRate()) ? null : wanted.frameRate(),
                deinterlaced(wanted, input, because),
                mapped,
                colour(input, mapped),
                because);
    }

    /// Frames a second of the output; 25 where nobody knows.
    double framesPerSecond(Video input) {
        var rate = frameRate == null ? input.frameRate() : frameRate;
        return rate.known() ? rate.perSecond() : 25;
    }

    private static boolean toneMapped(VideoSpec wanted, Video input, List<String> because) {
        var hdr = input.hdr();
        if (!input.colour().highDynamicRange() && hdr.kind() != HdrKind.DOLBY_VISION) {
            return false;
        }
        if (hdr.kind() == HdrKind.DOLBY_VISION && !hdr.compatible()) {
            if (wanted.range() == Range.KEEP) {
                throw refused("Dolby Vision of profile %d has no HDR10 base that could be kept"
                        .formatted(hdr.dolbyVisionProfile()));
            }
            because.add("Dolby Vision is tone-mapped to standard range, as asked");
            return true;
        }
        if (!input.colour().highDynamicRange()) {
            because.add("Dolby Vision's own data is not kept; its base of standard range is");
            return false;
        }
        if (wanted.range() == Range.STANDARD) {
            because.add("%s is tone-mapped to standard range, as asked".formatted(name(hdr, input)));
            return true;
        }
        if (wanted.codec() == Codec.H264 || wanted.depth() == Depth.EIGHT) {
            var why = wanted.codec() == Codec.H264 ? "players expect H.264 to have 8 bits" : "8 bits were asked for";
            because.add("%s is tone-mapped to standard range: %s, too few for it".formatted(name(hdr, input), why));
            return true;
        }
        because.add(kept(hdr, input));
        return false;
    }

    private static String kept(Hdr hdr, Video input) {
        return switch (hdr.kind()) {
            case DOLBY_VISION -> "Dolby Vision's own data is not kept; its %s base is".formatted(base(input));
            case HDR10_PLUS -> "HDR10+ is kept as HDR10: no encoder here writes its data for each scene";
            case HDR10, HLG, SDR -> base(input) + " is kept, with its colour data";
        };
    }

    private static String name(Hdr hdr, Video input) {
        return hdr.kind() == HdrKind.DOLBY_VISION ? "Dolby Vision" : base(input);
    }

    private static String base(Video input) {
        return input.colour().transfer().equals("arib-std-b67") ? "HLG" : "HDR10";
    }

    private static int depth(VideoSpec wanted, Video input, boolean mapped, List<String> because) {
        boolean deep = input.bitDepth() > 8 && !mapped;
        return switch (wanted.depth()) {
            case EIGHT -> 8;
            case TEN -> {
                if (wanted.codec() == Codec.H264) {
                    because.add("8 bits: hardly a player shows H.264 of 10");
                }
                yield wanted.codec() == Codec.H264 ? 8 : 10;
            }
            case KEEP -> {
                if (deep && wanted.codec() == Codec.H264) {
                    because.add("%d bits become 8: hardly a player shows H.264 of more".formatted(input.bitDepth()));
                }
                yield deep && wanted.codec() != Codec.H264 ? 10 : 8;
            }
        };
    }

    private static boolean deinterlaced(VideoSpec wanted, Video input, List<String> because) {
        boolean interlaced = input.fieldOrder().interlaced();
        boolean deinterlaced = wanted.deinterlace() == Deinterlace.ALWAYS
                || (wanted.deinterlace() == Deinterlace.WHEN_INTERLACED && interlaced);
        if (deinterlaced && interlaced) {
            because.add("deinterlaced: the input is interlaced");
        }
        return deinterlaced;
    }

    private static Colour colour(Video input, boolean mapped) {
        var colour = input.colour();
        return mapped ? STANDARD : new Colour(colour.primaries(), colour.transfer(), colour.matrix(), "tv");
    }

    /// What an encoder cannot write of the colour data; empty where nothing is lost.
    ///
    /// @param writes whether it writes the data of the mastering display
    List<String> lost(Video input, String encoder, boolean writes) {
        return colour.transfer().equals("smpte2084") && input.hdr().masteringDisplay() != null && !writes
                ? List.of("the data of the mastering display is lost: %s does not write it here".formatted(encoder))
                : List.of();
    }

    static ProblemException refused(String detail) {
        return new ProblemException(
                Problem.VIDEO_NOT_POSSIBLE,
                detail,
                "copy the video stream as it is, or use an FFmpeg with libplacebo (Vulkan) and zscale");
    }
}
