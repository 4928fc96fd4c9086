package media.usenet.library;

import java.util.List;

/// The name people have for a size of picture.
final class Resolution {

    static final String NONE = "-";

    private record Size(String name, int wide, int high) {}

    private static final List<Size> SIZES = List.of(
            new Size("4320p", 7_000, 4_000),
            new Size("2160p", 3_200, 1_800),
            new Size("1440p", 2_200, 1_300),
            new Size("1080p", 1_700, 960),
            new Size("720p", 1_100, 660),
            new Size("576p", 1_000, 540),
            new Size("480p", 640, 460),
            new Size("sd", 1, 1));

    private Resolution() {}

    /// By the longer side as well as by the shorter one: bars are often cut off, and pictures may stand upright.
    static String of(int width, int height) {
        int wide = Math.max(width, height);
        int high = Math.min(width, height);
        return SIZES.stream()
                .filter(size -> wide >= size.wide() || high >= size.high())
                .findFirst()
                .map(Size::name)
                .orElse(NONE);
    }
}
