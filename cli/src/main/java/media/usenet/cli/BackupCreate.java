package media.usenet.cli;

/// `usenet backup create`: makes a backup, and reads it back.
final class BackupCreate implements Command {

    @Override
    public Manual manual() {
        return new Manual("create", "makes a backup and reads it back")
                .about("Configuration, databases and secrets; never media, posters, caches or logs. Services run on"
                        + " meanwhile. Ends with 3 when something could not be taken.")
                .words("[NAME]", "0..1")
                .option("--type", "TYPE", "config (the usual), full or minimal", "config", "full", "minimal")
                .option("--name", "NAME", "a name to find it by")
                .option("--description", "TEXT", "why it was made")
                .option("--policy", "NAME", "as this policy says; nightly where none is named")
                .option("--services", "NAMES", "only these, with commas between")
                .option("--to", "NAMES", "to these destinations, with commas between")
                .flag("-z --compress", "always; kept for those who are used to it")
                .flag("--no-compress", "accepted and without effect: an archive is always compressed")
                .example("usenet backup create --dry-run", "what it would take, and how much")
                .example("usenet backup create before-update --services sonarr", "one service, under a name")
                .exits(BackupAsk.exits());
    }

    @Override
    public int run(Session session, Given given) {
        if (given.flag("--no-compress")) {
            session.warn("--no-compress has no effect: an archive is always compressed");
        }
        var name = given.text("--name");
        var body = JsonWriting.object(
                "policy",
                given.text("--policy"),
                "type",
                given.text("--type"),
                "name",
                name == null ? BackupAsk.first(given) : name,
                "description",
                given.text("--description"),
                "services",
                BackupAsk.list(given, "--services"),
                "destinations",
                BackupAsk.list(given, "--to"));
        return BackupAsk.change(session, "", body, BackupCreate::show);
    }

    private static int show(Screen screen, JsonObject preview) {
        var table = new Table(Column.whole("OF"), Column.number("SIZE"));
        for (var part : preview.objects("parts")) {
            table.row(Cell.of(part.text("name")), Cell.of(Figures.bytes(part.number("bytes", 0))));
        }
        screen.table(table);
        screen.line("");
        Findings.show(screen, preview.objects("findings"));
        screen.line(Math.round(preview.number("files", 0)) + " files with "
                + Figures.bytes(preview.number("bytes", 0)) + " would go to "
                + String.join(", ", preview.texts("destinations")) + ".");
        return Exit.DONE.code;
    }
}
