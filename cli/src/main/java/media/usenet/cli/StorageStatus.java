package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// `usenet storage status`: the pool in short, and which containers see it.
final class StorageStatus implements Command {

    /// In the order in which they are told: the good ones first.
    private static final List<String> STATES =
            List.of("ONLINE", "READONLY", "DEGRADED", "EJECTING", "EJECTED", "MISSING", "FLAPPING", "CLONE");

    @Override
    public Manual manual() {
        return new Manual("status", "the pool in short, which services see its drives, what is wrong")
                .example("usenet storage status", "how the pool is")
                .example("usenet storage status --json", "the same for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var answer = session.controller().get(StorageChange.query("/status"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session.screen(), answer.json());
        }
        return Exit.DONE.code;
    }

    private static void show(Screen screen, JsonObject status) {
        screen.paragraph("Pool       ", StorageList.pool(status.object("pool")));
        screen.line("Drives     " + drives(status.object("states")));
        screen.line("Space      " + StorageList.free(status) + " of "
                + Cell.driveSize(status, "sizeBytes").text() + " free (" + StorageList.share(status) + ")");
        containers(screen, status.objects("containers"));
        if (!status.objects("findings").isEmpty()) {
            screen.line("");
            Findings.show(screen, status.objects("findings"));
        }
    }

    private static void containers(Screen screen, List<JsonObject> containers) {
        var seeing = containers.stream()
                .filter(container -> container.flag("sees"))
                .map(StorageStatus::name)
                .toList();
        if (!seeing.isEmpty()) {
            screen.paragraph("Seen by    ", String.join(", ", seeing));
        }
        for (var container : containers) {
            if (!container.flag("sees")) {
                screen.paragraph(
                        Tone.BAD,
                        "Unseen by  ",
                        name(container) + ": " + container.text("because", "no reason is known"));
            }
        }
    }

    private static String name(JsonObject container) {
        return container.text("service", container.text("container", "?"));
    }

    private static String drives(JsonObject states) {
        var counted = new ArrayList<String>();
        for (var state : STATES) {
            if (states.number(state, 0) > 0) {
                counted.add(states.text(state) + " " + state.toLowerCase(Locale.ROOT));
            }
        }
        return counted.isEmpty() ? "none" : String.join(", ", counted);
    }
}
