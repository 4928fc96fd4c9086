package media.usenet.cli;

/// `usenet backup show|files|diff`: what is in a backup, and how it differs from another.
final class BackupShow implements Command {

    private final Manual manual;

    private BackupShow(Manual manual) {
        this.manual = manual.exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    static BackupShow show() {
        return new BackupShow(new Manual("show", "what is in a backup: services, databases, the machine it is of")
                .words("[BACKUP]", "0..1")
                .example("usenet backup show", "the newest")
                .example("usenet backup show before-update", "one by its name"));
    }

    static BackupShow files() {
        return new BackupShow(new Manual("files", "every file in a backup")
                .words("[BACKUP]", "0..1")
                .option("--under", "PATH", "only those: apps/sonarr")
                .example("usenet backup files latest --under apps/sonarr", "of one service"));
    }

    static BackupShow diff() {
        return new BackupShow(new Manual("diff", "what changed from one backup to another; secrets are hidden")
                .words("BACKUP [BACKUP]", "0..2")
                .example("usenet backup diff 20261119", "from that one to the newest"));
    }

    @Override
    public Manual manual() {
        return manual;
    }

    @Override
    public int run(Session session, Given given) {
        var words = given.words();
        var first = words.isEmpty() ? "latest" : words.getFirst();
        var query = switch (manual.name()) {
            case "files" -> BackupAsk.query(place(first) + "/files").with("under", given.text("--under"));
            case "diff" ->
                BackupAsk.query(place(given.word("BACKUP", "usenet backup diff")) + "/diff")
                        .with("with", words.size() > 1 ? words.get(1) : "latest");
            default -> BackupAsk.query(place(first));
        };
        var answer = session.controller().get(query);
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session.screen(), answer.json());
        }
        return Exit.DONE.code;
    }

    private static String place(String backup) {
        return "/" + Query.escaped(backup);
    }

    private void show(Screen screen, JsonObject answer) {
        switch (manual.name()) {
            case "files" -> files(screen, answer);
            case "diff" -> differences(screen, answer);
            default -> backup(screen, answer);
        }
    }

    private static void backup(Screen screen, JsonObject shown) {
        var backup = shown.object("backup");
        screen.line(screen.toned(Tone.STRONG, backup.text("id", "?")) + "  " + backup.text("type", "?") + ", "
                + BackupList.when(backup.text("created", "")) + ", in " + backup.text("destination", "?"));
        if (backup.has("description")) {
            screen.paragraph("  ", LogText.harmless(backup.text("description", "")));
        }
        screen.line("  " + Math.round(backup.number("files", 0)) + " files, "
                + Figures.bytes(shown.number("bytes", 0)) + "; "
                + (backup.flag("encrypted") ? "encrypted" : "not encrypted") + "; "
                + (shown.flag("proved") ? "proved good" : "not proved: usenet backup verify"));
        var host = shown.object("host");
        if (host.has("name")) {
            screen.paragraph("  of ", host.text("name", "") + ", " + host.text("system", ""));
        }
        databases(screen, shown);
        if (!shown.objects("findings").isEmpty()) {
            screen.line("");
            Findings.show(screen, shown.objects("findings"));
        }
    }

    private static void databases(Screen screen, JsonObject shown) {
        if (shown.objects("databases").isEmpty()) {
            return;
        }
        var table = new Table(Column.whole("DATABASE"), Column.whole("STATE"), Column.tail("SCHEMA", 1));
        for (var database : shown.objects("databases")) {
            table.row(
                    Cell.of(database.text("path")),
                    Cell.of(database.text("integrity")),
                    Cell.of(database.text("schema")));
        }
        screen.line("");
        screen.table(table);
    }

    private static void files(Screen screen, JsonObject listed) {
        var table = new Table(Column.number("SIZE"), Column.tail("PATH", 1));
        for (var file : listed.objects("files")) {
            if (!file.text("kind", "").equals("FOLDER")) {
                table.row(Cell.of(Figures.bytes(file.number("size", 0))), Cell.of(file.text("path")));
            }
        }
        screen.table(table);
    }

    private static void differences(Screen screen, JsonObject answer) {
        screen.line("from " + answer.text("from", "?") + " to " + answer.text("to", "?"));
        if (answer.objects("differences").isEmpty()) {
            screen.line("Nothing changed.");
        }
        for (var difference : answer.objects("differences")) {
            var change = difference.text("change", "?");
            var sign = change.equals("ADDED") ? "+" : change.equals("REMOVED") ? "-" : "~";
            screen.paragraph(sign + " ", difference.text("path", "?"));
            for (var line : difference.texts("lines")) {
                screen.paragraph("    ", LogText.harmless(line));
            }
        }
    }
}
