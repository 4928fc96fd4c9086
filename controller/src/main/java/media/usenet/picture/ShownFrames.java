package media.usenet.picture;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// What FFmpeg's filter `showinfo` prints of each frame that passes it.
final class ShownFrames {

    private static final Pattern SHOWN =
            Pattern.compile("\\[showinfo@f(\\d{1,6}) @ \\S+\\] n: *\\d+ pts: *\\S+ pts_time: *(-?[0-9.]+)");

    /// @param output by the number in the filter's name
    /// @param seconds from where the input was begun to be read
    record Shown(int output, double seconds) {}

    private final List<Shown> frames = new ArrayList<>();

    static String filter(int output) {
        return "showinfo@f" + output;
    }

    synchronized void read(String line) {
        frame(line).ifPresent(frames::add);
    }

    static Optional<Shown> frame(String line) {
        var found = SHOWN.matcher(line);
        return found.find()
                ? Optional.of(new Shown(Integer.parseInt(found.group(1)), Double.parseDouble(found.group(2))))
                : Optional.empty();
    }

    /// Times of the frames of one output, in their order.
    synchronized List<Double> of(int output) {
        return frames.stream()
                .filter(frame -> frame.output == output)
                .map(Shown::seconds)
                .toList();
    }

    synchronized boolean none() {
        return frames.isEmpty();
    }
}
