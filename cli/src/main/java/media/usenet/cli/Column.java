package media.usenet.cli;

/// One column of a table.
///
/// @param importance the least important column is shortened first; [#WHOLE] ones never are
record Column(String title, Side aligned, int importance, Side kept) {

    static final int WHOLE = Integer.MAX_VALUE;

    enum Side {
        LEFT,
        RIGHT
    }

    static Column text(String title, int importance) {
        return new Column(title, Side.LEFT, importance, Side.LEFT);
    }

    /// A text whose end says most, such as an image's name.
    static Column tail(String title, int importance) {
        return new Column(title, Side.LEFT, importance, Side.RIGHT);
    }

    static Column whole(String title) {
        return text(title, WHOLE);
    }

    static Column number(String title) {
        return new Column(title, Side.RIGHT, WHOLE, Side.LEFT);
    }

    /// The text in exactly so many columns, padded or shortened.
    String fitted(String text, int width) {
        int length = text.codePointCount(0, text.length());
        if (length > width) {
            return shortened(text, length, width);
        }
        var room = " ".repeat(width - length);
        return aligned == Side.LEFT ? text + room : room + text;
    }

    private String shortened(String text, int length, int width) {
        int keep = Math.max(0, width - 1);
        return kept == Side.LEFT
                ? text.substring(0, text.offsetByCodePoints(0, keep)) + "…"
                : "…" + text.substring(text.offsetByCodePoints(0, length - keep));
    }
}
