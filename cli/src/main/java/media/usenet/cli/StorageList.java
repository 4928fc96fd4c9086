package media.usenet.cli;

import java.util.List;

/// `usenet storage list`: the slots of the pool, and the drive in each.
final class StorageList implements Command {

    @Override
    public Manual manual() {
        return new Manual("list", "the drives of the pool: state, size, free space, who uses them")
                .example("usenet storage list", "every slot, whether its drive is there or not")
                .example("usenet storage list --json", "in bytes, with identities, for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var answer = session.controller().get(StorageChange.query("/drives"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session.screen(), answer.json());
        }
        return Exit.DONE.code;
    }

    private static void show(Screen screen, JsonObject drives) {
        var slots = drives.objects("slots");
        screen.paragraph("Pool ", pool(drives.object("pool")));
        screen.line("");
        if (slots.isEmpty()) {
            screen.line("The pool has no drives. usenet storage discover shows what could be added.");
            return;
        }
        screen.table(table(slots));
        reasons(screen, slots);
    }

    static String pool(JsonObject pool) {
        return pool.text("root", "of unknown place") + " is "
                + Cell.word(pool.text("state", "UNKNOWN")).text()
                + (pool.has("because") ? ": " + pool.text("because") : "");
    }

    private static Table table(Iterable<JsonObject> slots) {
        var table = new Table(
                Column.whole("SLOT"),
                Column.whole("STATE"),
                Column.text("FS", 3),
                Column.number("SIZE"),
                Column.number("FREE"),
                Column.tail("DRIVE", 1),
                Column.text("SERVICES", 1));
        for (var slot : slots) {
            table.row(
                    Cell.of(slot.text("slot")),
                    state(slot),
                    Cell.of(slot.text("fileSystem")),
                    Cell.driveSize(slot, "sizeBytes"),
                    Cell.of(slot.has("freeBytes") ? free(slot) + " " + share(slot) : null),
                    Cell.of(drive(slot)),
                    Cell.of(String.join(", ", slot.texts("containers"))));
        }
        return table;
    }

    private static Cell state(JsonObject slot) {
        var state = Cell.word(slot.text("state"));
        boolean unsaid = slot.flag("readOnly") && !slot.text("state", "").equals("READONLY");
        return unsaid ? new Cell(state.text() + ", read-only", state.tone()) : state;
    }

    static String free(JsonObject size) {
        return Figures.driveSize(size.number("freeBytes", 0));
    }

    static String share(JsonObject size) {
        return Figures.percent(size.number("freeBytes", 0), size.number("sizeBytes", 0));
    }

    /// Model and serial, or the folder that stands in for a drive; the label where a drive tells neither.
    static String drive(JsonObject drive) {
        if (drive.text("kind", "").equals("FOLDER")) {
            return drive.text("id", "").replaceFirst("^folder-", "");
        }
        var name = (drive.text("model", "") + " " + drive.text("serial", "")).strip();
        return name.isEmpty() ? drive.text("label", "") : name;
    }

    /// Below the table: a reason that is cut off explains nothing.
    private static void reasons(Screen screen, List<JsonObject> slots) {
        var explained = slots.stream().filter(slot -> slot.has("because")).toList();
        if (!explained.isEmpty()) {
            screen.line("");
        }
        for (var slot : explained) {
            screen.paragraph(
                    slot.text("slot", "?") + " is "
                            + Cell.word(slot.text("state")).text() + ": ",
                    slot.text("because", ""));
        }
    }
}
