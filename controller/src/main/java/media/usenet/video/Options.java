package media.usenet.video;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import media.usenet.ffmpeg.MediaFacts.Colour;
import media.usenet.ffmpeg.MediaFacts.Video;

/// The options of one encoder, in the order they are given.
final class Options {

    private final List<Option> all = new ArrayList<>();

    Options(String encoder) {
        add("c", encoder);
    }

    Options add(String name, String value) {
        all.add(new Option(name, value));
        return this;
    }

    Options add(String name, long value) {
        return add(name, String.valueOf(value));
    }

    /// Average, upper bound and the buffer over which the bound holds.
    Options bitrates(VideoSpec wanted, long average) {
        add("b", average);
        if (wanted.maxBitrate() != null) {
            bound(wanted.maxBitrate());
        }
        return this;
    }

    Options bound(long most) {
        return add("maxrate", most).add("bufsize", 2 * most);
    }

    Options colour(Colour colour) {
        known("color_primaries", colour.primaries());
        known("color_trc", colour.transfer());
        known("colorspace", colour.matrix());
        return add("color_range", colour.range());
    }

    /// Key frames at fixed times, so that segments of every rendition begin at the same ones.
    Options keyframes(VideoSpec wanted, Target target, Video input) {
        if (wanted.keyframeSeconds() != null) {
            int seconds = wanted.keyframeSeconds();
            add("g", Math.max(1, Math.round(seconds * target.framesPerSecond(input))));
            add("force_key_frames", "expr:gte(t,n_forced*%d)".formatted(seconds));
        }
        return this;
    }

    List<Option> all() {
        return List.copyOf(all);
    }

    private void known(String name, String value) {
        if (!value.equals("unknown") && !value.equals("reserved")) {
            add(name, value.toLowerCase(Locale.ROOT));
        }
    }
}
