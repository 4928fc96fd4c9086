package media.usenet.cli;

import java.util.List;

/// `usenet hardware benchmark`: how fast this machine encodes.
final class HardwareBenchmark implements Command {

    private static final String PLACE = "/v1/hardware/benchmark";

    @Override
    public Manual manual() {
        return new Manual("benchmark", "measures how fast this machine encodes, and keeps what it measured")
                .about("Takes some minutes, in which jobs are slower. The controller plans with what was measured.")
                .option("--lines", "N,N", "heights of the picture: of 480, 1080, 2160; all where left out")
                .flag("--list", "only what was measured before")
                .example("usenet hardware benchmark", "measure each encoder, codec and size")
                .example("usenet hardware benchmark --list", "the figures of this machine, and their history")
                .exits(Exit.FAILED, Exit.USAGE, Exit.PART, Exit.HARDWARE, Exit.UNREACHABLE, Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        var controller = session.controller();
        if (given.flag("--list")) {
            return list(session, controller.get(new Query(PLACE)));
        }
        var query = new Query(PLACE).with("lines", given.text("--lines"));
        if (session.dryRun()) {
            session.screen().line("would encode with every encoder that works here; nothing else changes");
            return Exit.DONE.code;
        }
        var answer = controller.post(query, null);
        int exit = new Operation(session, controller, answer.json()).watch();
        return session.json() || session.quiet()
                ? exit
                : Math.max(exit, list(session, controller.get(new Query(PLACE))));
    }

    private static int list(Session session, Answer answer) {
        if (session.json()) {
            session.screen().unchanged(answer.text());
            return Exit.DONE.code;
        }
        var runs = answer.json().objects("runs");
        if (runs.isEmpty()) {
            session.screen().line("Nothing was measured yet. usenet hardware benchmark does it.");
        }
        for (var run : runs) {
            if (run != runs.getFirst()) {
                session.screen().line("");
            }
            session.screen()
                    .paragraph(
                            "",
                            JobText.time(run.text("at", "at a time unknown")) + ", FFmpeg "
                                    + run.text("ffmpeg", "of unknown version"));
            session.screen().table(table(run.objects("figures")));
        }
        return Exit.DONE.code;
    }

    private static Table table(List<JsonObject> figures) {
        var table = new Table(
                Column.whole("DEVICE"),
                Column.whole("ENCODER"),
                Column.whole("CODEC"),
                Column.number("LINES"),
                Column.number("FPS"),
                Column.number("FRAMES"));
        for (var figure : figures) {
            table.row(
                    Cell.of(figure.text("device")),
                    Cell.of(figure.text("encoder")),
                    new Cell(Cell.word(figure.text("codec")).text(), Tone.PLAIN),
                    Cell.of(figure.text("lines")),
                    Cell.of(figure.has("fps") ? Figures.tenths(figure.number("fps", 0)) : null),
                    Cell.of(figure.text("frames")));
        }
        return table;
    }
}
