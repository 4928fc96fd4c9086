package media.usenet.ffmpeg;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/// The last lines that a program printed; a broken input makes FFmpeg print millions.
final class LastLines {

    private static final int KEPT = 200;

    private final Deque<String> lines = new ArrayDeque<>(KEPT);

    synchronized void add(String line) {
        if (lines.size() == KEPT) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }

    synchronized List<String> all() {
        return List.copyOf(lines);
    }
}
