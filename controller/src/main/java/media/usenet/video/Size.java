package media.usenet.video;

import media.usenet.ffmpeg.MediaFacts.Video;

/// The size of the picture: within the frame that was asked for, in the input's aspect, never larger, and even,
/// as 4:2:0 needs it.
///
/// @param fullWidth of the input as it is shown
record Size(int width, int height, int fullWidth, int fullHeight) {

    static Size of(VideoSpec wanted, Video input) {
        boolean upright = input.rotation() % 180 != 0;
        int width = upright ? input.height() : input.width();
        int height = upright ? input.width() : input.height();
        double factor = 1;
        if (wanted.width() != null) {
            factor = Math.min(factor, (double) wanted.width() / width);
        }
        if (wanted.height() != null) {
            factor = Math.min(factor, (double) wanted.height() / height);
        }
        return new Size(even(width * factor), even(height * factor), width, height);
    }

    private static int even(double length) {
        return Math.max(2, 2 * (int) Math.round(length / 2 - 0.001));
    }
}
