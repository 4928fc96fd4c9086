package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;

/// A job on one line: its name, a bar, how fast it is and how long it still takes.
final class JobLine {

    private static final int BAR = 16;
    private static final int LONGEST_NAME = 40;

    /// The bar with its share, and the longest figures: `  1234 fps  12.3x  12 min 34 s left`.
    private static final int REST = 62;

    private final int nameWidth;

    /// @param width of the terminal
    JobLine(List<String> names, int width) {
        int longest = 0;
        for (var name : names) {
            longest = Math.max(longest, name.codePointCount(0, name.length()));
        }
        this.nameWidth = Math.clamp(Math.min(longest, width - REST), 8, LONGEST_NAME);
    }

    /// @param doing what it is busy with, in words
    String text(String name, String doing, JsonObject progress) {
        var parts = new ArrayList<String>();
        parts.add(Column.text("", 0).fitted(name, nameWidth));
        var percent = JobText.percent(progress);
        if (percent != null) {
            parts.add(bar(progress.number("fraction", 0)) + " ".repeat(Math.max(0, 7 - percent.length())) + percent);
        }
        var figures = doing.isEmpty() || doing.equals("encoding") ? JobText.figures(progress) : List.of(doing);
        parts.addAll(figures);
        if (doing.equals("downloading") || doing.equals("uploading")) {
            parts.add(Cell.figure(progress, "bytes", true).text());
        }
        return String.join("  ", parts);
    }

    static String bar(double fraction) {
        int full = (int) Math.floor(BAR * Math.clamp(fraction, 0, 1));
        return "[" + "#".repeat(full) + ".".repeat(BAR - full) + "]";
    }
}
