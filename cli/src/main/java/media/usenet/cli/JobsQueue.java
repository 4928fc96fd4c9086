package media.usenet.cli;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `usenet jobs queue`: what can run at once, what waits for it, and which machines do the work.
final class JobsQueue implements Command {

    @Override
    public Manual manual() {
        return new Manual("queue", "each lane: how many jobs it runs, how many wait, and whose")
                .about(
                        "A lane is a device that encodes, or the processor; it runs as many jobs at once as it has slots.")
                .example("usenet jobs queue", "what waits, and for what")
                .example("usenet jobs queue --json | jq '.lanes[].queued'", "for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var answer = session.controller().get(new Query("/v1/queue"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session.screen(), answer.json(), session.clock().instant().getEpochSecond());
        }
        return Exit.DONE.code;
    }

    private static void show(Screen screen, JsonObject queue, long now) {
        var lanes = queue.objects("lanes");
        screen.table(lanes(lanes, now));
        for (var lane : lanes) {
            var waits = waits(lane);
            if (!waits.isEmpty()) {
                screen.line("");
                screen.paragraph(LogText.harmless(lane.text("name", "?")) + ": ", waits);
            }
        }
        screen.line("");
        screen.table(nodes(queue.objects("nodes"), now));
    }

    private static Table lanes(List<JsonObject> lanes, long now) {
        var table = new Table(
                Column.tail("LANE", 2),
                Column.number("SLOTS"),
                Column.number("RUNNING"),
                Column.number("QUEUED"),
                Column.number("RETRYING"),
                Column.number("SUSPENDED"),
                Column.number("OLDEST"),
                Column.text("ON", 1));
        for (var lane : lanes) {
            table.row(
                    Cell.of(lane.text("name")),
                    Cell.of(lane.text("slots")),
                    Cell.of(lane.text("running")),
                    Cell.of(lane.text("queued")),
                    Cell.of(lane.text("retrying")),
                    Cell.of(lane.text("suspended")),
                    Cell.of(since(lane.text("oldestQueuedAt"), now)),
                    Cell.of(String.join(", ", lane.texts("nodes"))));
        }
        return table;
    }

    /// Who waits, and how urgently; empty when nobody does.
    private static String waits(JsonObject lane) {
        var texts = new ArrayList<String>();
        var priorities = lane.object("waitingByPriority");
        for (var priority : priorities.keys()) {
            if (priorities.number(priority, 0) > 0) {
                texts.add(priorities.text(priority) + " of " + priority + " priority");
            }
        }
        for (var key : lane.objects("waitingByKey")) {
            if (key.number("waiting", 0) > 0) {
                texts.add(key.text("key", "no key") + " waits for " + key.text("waiting", "?") + " and runs "
                        + key.text("running", "?"));
            }
        }
        return String.join(", ", texts);
    }

    private static Table nodes(List<JsonObject> nodes, long now) {
        var table = new Table(
                Column.whole("MACHINE"), Column.whole("STATE"), Column.number("SEEN"), Column.text("LANES", 1));
        for (var node : nodes) {
            var lanes = node.objects("lanes").stream()
                    .map(lane -> lane.text("name", "?") + " x" + lane.text("slots", "?"))
                    .toList();
            table.row(
                    Cell.of(node.text("name")),
                    node.flag("alive") ? new Cell("alive", Tone.GOOD) : new Cell("gone", Tone.BAD),
                    Cell.of(since(node.text("seenAt"), now)),
                    Cell.of(String.join(", ", lanes)));
        }
        return table;
    }

    private static @Nullable String since(@Nullable String time, long now) {
        var start = Figures.epochSeconds(time);
        return start == null ? null : Figures.age(now - start) + " ago";
    }
}
