package media.usenet.quality;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import media.usenet.ffmpeg.MediaFacts.HdrKind;
import media.usenet.ffmpeg.MediaFacts.Video;
import media.usenet.naming.Trait;
import media.usenet.quality.Verdict.Reencode;

/// What this machine's AV1 encoder was measured to do.
///
/// @param pixelsPerSecond how many it encodes
/// @param bitsPerPixel how many bits it spends on one at the quality that is wanted
public record Av1Measure(double pixelsPerSecond, double bitsPerPixel) {

    private static final Set<String> DEAR =
            Set.of("h264", "mpeg2video", "mpeg1video", "mpeg4", "vc1", "wmv3", "msmpeg4v3");

    /// Less is not worth a generation of loss.
    private static final double LEAST_SHARE = 0.3;

    private static final long LEAST_BYTES = 256L << 20;

    public Av1Measure {
        if (!(pixelsPerSecond > 0) || !(bitsPerPixel > 0)) {
            throw new IllegalArgumentException("%s pixels/s, %s bits/pixel".formatted(pixelsPerSecond, bitsPerPixel));
        }
    }

    /// Empty where nothing is to be won, where a copy was kept for its fidelity, and where too little is known.
    Optional<Reencode> saving(Candidate candidate) {
        var facts = candidate.facts();
        if (facts == null
                || facts.duration() == null
                || facts.film().isEmpty()
                || candidate.release().says(Trait.REMUX)) {
            return Optional.empty();
        }
        var film = facts.film().get();
        double pixels = (double) film.width()
                * film.height()
                * film.frameRate().perSecond()
                * facts.duration().toSeconds();
        double now = Picture.bitsPerSecond(facts, film) / 8.0 * facts.duration().toSeconds();
        double then = pixels * bitsPerPixel / 8;
        boolean worth = now - then >= LEAST_BYTES && now - then >= now * LEAST_SHARE;
        return worth && pixels > 0 && plain(film)
                ? Optional.of(new Reencode((long) (now - then), Duration.ofSeconds((long) (pixels / pixelsPerSecond))))
                : Optional.empty();
    }

    /// Dolby Vision and HDR10+ do not survive an encode as it is done here.
    private static boolean plain(Video film) {
        return DEAR.contains(film.codec())
                && film.hdr().kind() != HdrKind.DOLBY_VISION
                && film.hdr().kind() != HdrKind.HDR10_PLUS;
    }
}
