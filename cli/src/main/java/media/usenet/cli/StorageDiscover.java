package media.usenet.cli;

import java.util.List;

/// `usenet storage discover`: drives that are no part of the pool.
final class StorageDiscover implements Command {

    @Override
    public Manual manual() {
        return new Manual("discover", "drives that could be added, and why others could not")
                .about(
                        "DEVICE is what the kernel calls it today. It changes with the next plug, so no command takes it.")
                .flag("-a --all", "those of the pool and of the system too")
                .example("usenet storage discover", "what to add or to format, with the command that does it")
                .example("usenet storage discover --all --json", "every device, for programs")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var answer = session.controller().get(StorageChange.query("/devices").with("all", given.flag("--all")));
        if (session.json()) {
            session.screen().unchanged(answer.text());
            return Exit.DONE.code;
        }
        var devices = answer.json().objects("devices");
        if (devices.isEmpty()) {
            session.screen().line("No other drive is there. usenet storage list shows those of the pool.");
            return Exit.DONE.code;
        }
        session.screen().table(table(devices));
        session.screen().line("");
        for (var device : devices) {
            reason(session, device);
        }
        return Exit.DONE.code;
    }

    private static Table table(List<JsonObject> devices) {
        var table = new Table(
                Column.whole("DEVICE"),
                Column.tail("DRIVE", 3),
                Column.number("SIZE"),
                Column.text("BUS", 1),
                Column.text("HOLDS", 4),
                Column.whole("ADD"));
        for (var device : devices) {
            table.row(
                    Cell.of(device.text("device")),
                    Cell.of(StorageList.drive(device)),
                    Cell.driveSize(device, "sizeBytes"),
                    Cell.of(device.text("transport")),
                    Cell.of((device.text("content", "unknown") + " " + device.text("label", "")).strip()),
                    device.flag("eligible") ? new Cell("yes", Tone.GOOD) : new Cell("no", Tone.FAINT));
        }
        return table;
    }

    /// Below the table: a reason that is cut off explains nothing.
    private static void reason(Session session, JsonObject device) {
        session.screen().paragraph(device.text("device", "?") + ": ", device.text("because", "no reason is known"));
        if (device.has("next")) {
            session.hint("  next: " + device.text("next"));
        }
    }
}
