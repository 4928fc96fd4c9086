package media.usenet.drawing;

import java.time.Duration;
import java.util.List;
import media.usenet.picture.Similarity;
import media.usenet.picture.Span;
import media.usenet.picture.Stretch;

/// The paper that frames are laid on: the time of both films as two bars, what they share as bands between
/// them, and a row for each two frames. Blue is the same, orange is what only one of them has; a tick and a
/// cross say so as well.
final class PairSheet {

    private static final Colour PAPER = Colour.of(0xfbfaf7);
    private static final Colour INK = Colour.of(0x333333);
    private static final Colour FAINT = Colour.of(0x8a877f);
    private static final Colour SAME = Colour.of(0x2b6cb0);
    private static final Colour OTHER = Colour.of(0xd9761a);
    private static final Colour NOWHERE = Colour.of(0xe7e4dc);

    private static final int WIDTH = 960;
    private static final int MARGIN = 24;
    private static final int FRAME_WIDTH = 408;
    private static final int FRAME_HEIGHT = 230;
    private static final int FRAMES_TOP = 196;
    private static final int ROW = 288;
    private static final int RULE = 4;
    private static final double LETTERS = 17;
    private static final int BAR_LEFT = 60;
    private static final int BAR_RIGHT = 840;
    private static final int BAR = 20;
    private static final int UPPER = 28;
    private static final int LOWER = 118;

    private final Canvas canvas;
    private final List<Row> rows;
    private final double pointsPerSecond;

    private PairSheet(Shown first, Shown second, List<Row> rows) {
        this.rows = rows;
        this.canvas = new Canvas(WIDTH, FRAMES_TOP + rows.size() * ROW, PAPER);
        double longest = Math.max(seconds(first.length()), seconds(second.length()));
        this.pointsPerSecond = (BAR_RIGHT - BAR_LEFT) / longest;
    }

    static Canvas draw(Shown first, Shown second, Similarity similarity, List<Row> rows) {
        var sheet = new PairSheet(first, second, rows);
        sheet.bars(first, second, similarity);
        for (int row = 0; row < rows.size(); row++) {
            sheet.row(row);
        }
        return sheet.canvas;
    }

    /// Where the first film's frame goes.
    static Box left(int row) {
        return new Box(MARGIN, FRAMES_TOP + row * ROW, FRAME_WIDTH, FRAME_HEIGHT);
    }

    static Box right(int row) {
        return new Box(WIDTH - MARGIN - FRAME_WIDTH, FRAMES_TOP + row * ROW, FRAME_WIDTH, FRAME_HEIGHT);
    }

    private void bars(Shown first, Shown second, Similarity similarity) {
        bar("1", UPPER, first.length());
        bar("2", LOWER, second.length());
        stretches(similarity).forEach(this::shared);
        if (similarity instanceof Similarity.Edition edition) {
            edition.onlyInFirst().forEach(span -> piece(UPPER, span, OTHER));
            edition.onlyInSecond().forEach(span -> piece(LOWER, span, OTHER));
        }
        rows.forEach(this::marks);
    }

    private void bar(String name, int top, Duration length) {
        Lettering.write(canvas, name, MARGIN, top + 2, LETTERS, INK);
        canvas.rectangle(new Box(BAR_LEFT, top, (int) Math.round(at(length)) - BAR_LEFT, BAR), NOWHERE);
        Lettering.write(canvas, time(length), at(length) + 12, top + 2, LETTERS, FAINT);
    }

    private void shared(Stretch stretch) {
        piece(UPPER, stretch.inFirst(), SAME);
        piece(LOWER, stretch.inSecond(), SAME);
        canvas.band(
                at(stretch.inFirst().from()),
                at(stretch.inFirst().to()),
                UPPER + BAR,
                at(stretch.inSecond().from()),
                at(stretch.inSecond().to()),
                LOWER,
                SAME.seeThrough(0.2));
    }

    private void piece(int top, Span span, Colour colour) {
        canvas.band(at(span.from()), at(span.to()), top, at(span.from()), at(span.to()), top + BAR, colour);
    }

    private static List<Stretch> stretches(Similarity similarity) {
        return switch (similarity) {
            case Similarity.Copy copy -> List.of(copy.stretch());
            case Similarity.Edition edition -> edition.stretches();
            case Similarity.Clip clip -> List.of(clip.stretch());
            case Similarity.SameSeries series -> series.shared();
            case Similarity.Different _, Similarity.Unknown _ -> List.of();
        };
    }

    /// Where the frames below were taken.
    private void marks(Row row) {
        switch (row) {
            case Row.Compared(var match) -> {
                mark(UPPER, match.inFirst(), match.same() ? SAME : OTHER);
                mark(LOWER, match.inSecond(), match.same() ? SAME : OTHER);
            }
            case Row.OnlyFirst(var at) -> mark(UPPER, at, OTHER);
            case Row.OnlySecond(var at) -> mark(LOWER, at, OTHER);
        }
    }

    private void mark(int top, Duration at, Colour colour) {
        double x = Math.min(at(at), BAR_RIGHT);
        double out = top == UPPER ? -3 : BAR + 3;
        double away = top == UPPER ? -9 : BAR + 9;
        canvas.line(new Stroke(new double[] {x, x}, new double[] {top + out, top + away}), 4, colour);
    }

    private void row(int number) {
        switch (rows.get(number)) {
            case Row.Compared(var match) -> {
                var colour = match.same() ? SAME : OTHER;
                frame("1", left(number), match.inFirst(), colour);
                frame("2", right(number), match.inSecond(), colour);
                verdict(number, match.same() ? "\u2713" : "\u2717", colour);
                Lettering.centre(
                        canvas,
                        Math.max(0, Math.round(match.likeness() * 100)) + "%",
                        WIDTH / 2.0,
                        left(number).top() + FRAME_HEIGHT / 2.0 + 24,
                        LETTERS,
                        colour);
            }
            case Row.OnlyFirst(var at) -> {
                frame("1", left(number), at, OTHER);
                canvas.rectangle(right(number), NOWHERE);
                verdict(number, "+", OTHER);
            }
            case Row.OnlySecond(var at) -> {
                frame("2", right(number), at, OTHER);
                canvas.rectangle(left(number), NOWHERE);
                verdict(number, "+", OTHER);
            }
        }
    }

    private void frame(String film, Box place, Duration at, Colour rule) {
        Lettering.write(canvas, film, place.left(), place.bottom() + 14, LETTERS, FAINT);
        canvas.rectangle(place.grown(RULE), rule);
        canvas.rectangle(place, Colour.of(0x111111));
        Lettering.centre(canvas, time(at), place.middle(), place.bottom() + 14, LETTERS, INK);
    }

    private void verdict(int row, String mark, Colour colour) {
        Lettering.centre(canvas, mark, WIDTH / 2.0, left(row).top() + FRAME_HEIGHT / 2.0 - 26, 36, colour);
    }

    private double at(Duration time) {
        return BAR_LEFT + seconds(time) * pointsPerSecond;
    }

    private static double seconds(Duration time) {
        return time.toMillis() / 1000.0;
    }

    /// `1:02:03.4`
    static String time(Duration time) {
        var tenths = Math.round(time.toMillis() / 100.0);
        var seconds = tenths / 10;
        return seconds < 3600
                ? "%d:%02d.%d".formatted(seconds / 60, seconds % 60, tenths % 10)
                : "%d:%02d:%02d.%d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60, tenths % 10);
    }
}
