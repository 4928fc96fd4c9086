package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;

/// Rows in columns as wide as their widest field; where the terminal is narrower, the least important columns
/// give way.
final class Table {

    private static final String GAP = "  ";
    private static final int NARROWEST = 6;

    private final List<Column> columns;
    private final List<List<Cell>> rows = new ArrayList<>();

    Table(Column... columns) {
        this.columns = List.of(columns);
    }

    void row(Cell... cells) {
        rows.add(List.of(cells));
    }

    boolean isEmpty() {
        return rows.isEmpty();
    }

    String text(int width, boolean coloured) {
        var widths = widths(width);
        var text = new StringBuilder();
        var titles = new ArrayList<Cell>();
        for (var column : columns) {
            titles.add(new Cell(column.title(), Tone.STRONG));
        }
        line(text, titles, widths, coloured);
        for (var row : rows) {
            line(text, row, widths, coloured);
        }
        return text.toString();
    }

    /// A column of width 0 is left out: one that is shortened to nothing says nothing.
    private int[] widths(int room) {
        var widths = naturalWidths();
        while (excess(widths, room) > 0) {
            int least = leastImportant(widths);
            if (least < 0) {
                return widths;
            }
            widths[least] = widths[least] > narrowest(least) ? widths[least] - 1 : 0;
        }
        return widths;
    }

    private int narrowest(int at) {
        return Math.max(NARROWEST, columns.get(at).title().length());
    }

    private int[] naturalWidths() {
        var widths = new int[columns.size()];
        for (int at = 0; at < widths.length; at++) {
            widths[at] = columns.get(at).title().length();
            for (var row : rows) {
                var text = row.get(at).text();
                widths[at] = Math.max(widths[at], text.codePointCount(0, text.length()));
            }
        }
        return widths;
    }

    private static int excess(int[] widths, int room) {
        int used = -GAP.length();
        for (int width : widths) {
            used += width == 0 ? 0 : width + GAP.length();
        }
        return used - room;
    }

    /// Of several that are equally unimportant the widest.
    private int leastImportant(int[] widths) {
        int least = -1;
        for (int at = 0; at < widths.length; at++) {
            if (widths[at] > 0
                    && columns.get(at).importance() < Column.WHOLE
                    && (least < 0 || givesWayBefore(at, least, widths))) {
                least = at;
            }
        }
        return least;
    }

    private boolean givesWayBefore(int one, int other, int[] widths) {
        int difference = columns.get(one).importance() - columns.get(other).importance();
        return difference < 0 || (difference == 0 && widths[one] > widths[other]);
    }

    private void line(StringBuilder text, List<Cell> cells, int[] widths, boolean coloured) {
        var line = new StringBuilder();
        var gap = "";
        for (int at = 0; at < widths.length; at++) {
            if (widths[at] > 0) {
                line.append(gap).append(field(at, cells.get(at), widths[at], coloured));
                gap = GAP;
            }
        }
        text.append(line.toString().stripTrailing()).append('\n');
    }

    private String field(int at, Cell cell, int width, boolean coloured) {
        var fitted = columns.get(at).fitted(cell.text(), width);
        if (!coloured || cell.tone() == Tone.PLAIN) {
            return fitted;
        }
        var word = fitted.strip();
        return fitted.replace(word, cell.tone().on(word));
    }
}
