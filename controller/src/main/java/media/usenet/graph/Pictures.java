package media.usenet.graph;

import java.util.List;

/// What makes pictures of different sources fit together: size without distortion, square pixels, one frame rate.
final class Pictures {

    private Pictures() {}

    /// Fits into the frame, black around it where the shape differs.
    static List<Filter> fit(PictureSize frame, double fps) {
        return List.of(
                Filter.of("scale")
                        .with("w", frame.width())
                        .with("h", frame.height())
                        .with("force_original_aspect_ratio", "decrease")
                        .with("force_divisible_by", 2),
                Filter.of("pad")
                        .with("w", frame.width())
                        .with("h", frame.height())
                        .with("x", "(ow-iw)/2")
                        .with("y", "(oh-ih)/2"),
                Filter.of("setsar").with("sar", 1),
                Filter.of("fps").with("fps", fps),
                Filter.of("format").with("pix_fmts", "yuv420p"));
    }
}
