package media.usenet.graph;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// The size of a picture in pixels, written `1080p`, `4K` or `1280x720`.
public record PictureSize(int width, int height) {

    private static final Pattern FORM = Pattern.compile("(\\d{2,4})x(\\d{2,4})");
    private static final Map<String, PictureSize> NAMED = Map.of(
            "8k", new PictureSize(7680, 4320),
            "4k", new PictureSize(3840, 2160),
            "uhd", new PictureSize(3840, 2160),
            "2160p", new PictureSize(3840, 2160),
            "1440p", new PictureSize(2560, 1440),
            "1080p", new PictureSize(1920, 1080),
            "720p", new PictureSize(1280, 720),
            "480p", new PictureSize(854, 480),
            "360p", new PictureSize(640, 360),
            "240p", new PictureSize(426, 240));
    private static final int LEAST = 16;
    private static final int WIDEST = 8192;

    public PictureSize {
        if (width < LEAST || height < LEAST || width > WIDEST || height > WIDEST) {
            throw new IllegalArgumentException("a picture has between 16 and 8192 pixels each way");
        }
        if (width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("width and height must be even");
        }
    }

    /// @throws IllegalArgumentException saying what would be right
    public static PictureSize of(String text) {
        var named = NAMED.get(text.toLowerCase(Locale.ROOT));
        if (named != null) {
            return named;
        }
        var form = FORM.matcher(text);
        if (!form.matches()) {
            throw new IllegalArgumentException("give 4K, 1440p, 1080p, 720p, 480p, 360p or WIDTHxHEIGHT");
        }
        return new PictureSize(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
    }
}
