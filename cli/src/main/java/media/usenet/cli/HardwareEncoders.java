package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;

/// `usenet hardware encoders`: what this machine was seen to encode with.
final class HardwareEncoders implements Command {

    private static final String PLACE = "/v1/encoders";

    @Override
    public Manual manual() {
        return new Manual("encoders", "what this machine was seen to encode with, and why not with others")
                .about("Each encoder was made to encode ten frames, on each device. What works is what jobs may use.")
                .flag("--probe", "try each of them again, now")
                .example("usenet hardware encoders", "what works, what does not, and what to do about it")
                .example("usenet hardware encoders --probe", "after a new driver, for one")
                .exits(Exit.FAILED, Exit.USAGE, Exit.HARDWARE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var controller = session.controller();
        if (!given.flag("--probe")) {
            return show(session, controller.get(new Query(PLACE)));
        }
        if (session.dryRun()) {
            session.screen().line("would try every encoder of this machine again; nothing else changes");
            return Exit.DONE.code;
        }
        var probe = controller.post(new Query(PLACE + "/probe"), null);
        int exit = new Operation(session, controller, probe.json()).watch();
        return session.json() || session.quiet()
                ? exit
                : Math.max(exit, show(session, controller.get(new Query(PLACE))));
    }

    private static int show(Session session, Answer answer) {
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session, answer.json());
        }
        return Exit.DONE.code;
    }

    private static void show(Session session, JsonObject encoders) {
        var screen = session.screen();
        var ffmpeg = encoders.object("ffmpeg");
        screen.paragraph(
                "FFmpeg  ",
                ffmpeg.text("version", "unknown") + ", " + ffmpeg.text("program", "of unknown place") + "; tried "
                        + JobText.time(encoders.text("checked", "at a time unknown")) + " in "
                        + Figures.tenths(encoders.number("millis", 0) / 1000) + " s");
        screen.paragraph("Lanes   ", lanes(encoders.objects("lanes")));
        screen.line("");
        screen.table(table(encoders.objects("encoders")));
        unused(screen, encoders);
        failures(screen, encoders.objects("encoders"));
    }

    private static String lanes(List<JsonObject> lanes) {
        var texts = new ArrayList<String>();
        for (var lane : lanes) {
            long slots = Math.round(lane.number("slots", 0));
            texts.add(lane.text("name", "?") + " with " + slots + (slots == 1 ? " slot" : " slots"));
        }
        return texts.isEmpty() ? "none" : String.join(", ", texts);
    }

    private static Table table(List<JsonObject> encoders) {
        var table = new Table(
                Column.whole("DEVICE"),
                Column.whole("ENCODER"),
                Column.whole("CODEC"),
                Column.number("BITS"),
                Column.number("TOOK"),
                Column.whole("WORKS"),
                Column.text("DECODES", 1));
        for (var encoder : encoders) {
            table.row(
                    Cell.of(encoder.text("device")),
                    Cell.of(encoder.text("encoder")),
                    new Cell(Cell.word(encoder.text("codec")).text(), Tone.PLAIN),
                    Cell.of(encoder.text("bitDepth")),
                    Cell.of(encoder.has("millis") ? encoder.text("millis") + " ms" : null),
                    encoder.flag("proved") ? new Cell("yes", Tone.GOOD) : new Cell("no", Tone.FAINT),
                    Cell.of(String.join(", ", encoder.texts("decodes"))));
        }
        return table;
    }

    private static void unused(Screen screen, JsonObject encoders) {
        for (var reason : encoders.texts("unusable")) {
            screen.line("");
            screen.paragraph(Tone.WARNING, "not tried: ", reason);
        }
        for (var device : encoders.objects("devices")) {
            var resting = device.object("resting");
            for (var api : resting.keys()) {
                screen.line("");
                screen.paragraph(
                        Tone.WARNING,
                        "warning: ",
                        api + " of " + device.text("id", "?") + " failed in jobs and rests: " + resting.text(api));
            }
        }
    }

    /// Below the table: a reason that is cut off explains nothing.
    private static void failures(Screen screen, List<JsonObject> encoders) {
        for (var encoder : encoders) {
            if (!encoder.flag("proved")) {
                screen.line("");
                screen.paragraph(
                        encoder.text("encoder", "?") + " on " + encoder.text("device", "?") + ": ",
                        encoder.text("failure", "UNKNOWN") + ": " + encoder.text("reason", "no reason is known"));
                if (encoder.has("remedy")) {
                    screen.paragraph("  try: ", encoder.text("remedy", ""));
                }
            }
        }
    }
}
