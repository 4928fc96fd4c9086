package media.usenet.cli;

import java.util.List;

/// `usenet storage health`: what the drives say of themselves.
final class StorageHealth implements Command {

    @Override
    public Manual manual() {
        return new Manual("health", "what the drives say of their health; ends with 1 when one fails")
                .about("A drive that sleeps is not woken. A test runs inside the drive and does not disturb its use;"
                        + " its result shows here when it is through.")
                .words("[DRIVE]", "0..1")
                .option(
                        "--test",
                        "KIND",
                        "start the drive's own test: short (minutes) or long (hours)",
                        "short",
                        "long")
                .example("usenet storage health --quiet || echo 'look at me'", "from cron or a script")
                .example("usenet storage health films --test short", "have one test itself")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var test = given.text("--test");
        if (test != null) {
            var drive = given.word("DRIVE", "usenet storage health");
            return StorageChange.post(session, StorageChange.drive(drive) + "/test", JsonWriting.object("kind", test));
        }
        var drive = given.words().isEmpty() ? null : given.words().getFirst();
        var answer = session.controller().get(StorageChange.query("/health").with("drive", drive));
        var findings = answer.json().objects("findings");
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else if (!session.quiet()) {
            show(session.screen(), answer.json().objects("drives"), findings);
        }
        return Findings.anyError(findings) ? Exit.FAILED.code : Exit.DONE.code;
    }

    private static void show(Screen screen, List<JsonObject> drives, List<JsonObject> findings) {
        screen.table(table(drives));
        for (var drive : drives) {
            if (drive.has("because")) {
                screen.line("");
                screen.paragraph(drive.text("slot", "?") + ": ", drive.text("because", ""));
            }
        }
        if (!findings.isEmpty()) {
            screen.line("");
            Findings.show(screen, findings);
        }
    }

    private static Table table(List<JsonObject> drives) {
        var table = new Table(
                Column.whole("SLOT"),
                Column.whole("SMART"),
                Column.number("TEMP"),
                Column.number("HOURS"),
                Column.number("WEAR"),
                Column.number("REALLOCATED"),
                Column.number("PENDING"),
                Column.number("ERRORS"),
                Column.tail("DRIVE", 1));
        for (var drive : drives) {
            table.row(
                    Cell.of(drive.text("slot")),
                    Cell.word(drive.text("smart")),
                    unit(drive, "temperatureCelsius", " °C"),
                    Cell.of(drive.text("powerOnHours")),
                    unit(drive, "wearPercent", " %"),
                    Cell.of(drive.text("reallocatedSectors")),
                    Cell.of(drive.text("pendingSectors")),
                    Cell.of(drive.text("fileSystemErrors")),
                    Cell.of(StorageList.drive(drive)));
        }
        return table;
    }

    private static Cell unit(JsonObject drive, String key, String unit) {
        return Cell.of(drive.has(key) ? drive.text(key) + unit : null);
    }
}
