package media.usenet.cli;

/// `usenet backup list`: every backup at every destination.
final class BackupList implements Command {

    @Override
    public Manual manual() {
        return new Manual("list", "every backup, newest first")
                .option("--from", "DESTINATION", "only those there")
                .example("usenet backup list", "what there is to restore")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var answer = session.controller().get(BackupAsk.query("").with("destination", given.text("--from")));
        var findings = answer.json().objects("findings");
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session, answer.json());
        }
        return Findings.anyError(findings) ? Exit.FAILED.code : Exit.DONE.code;
    }

    private static void show(Session session, JsonObject listing) {
        var backups = listing.objects("backups");
        if (backups.isEmpty()) {
            session.screen().line("There is no backup yet. usenet backup create makes one.");
        } else {
            var table = new Table(
                    Column.whole("BACKUP"),
                    Column.text("MADE", 4),
                    Column.text("TYPE", 3),
                    Column.number("SIZE"),
                    Column.text("IN", 3),
                    Column.text("NAME", 1));
            for (var backup : backups) {
                table.row(
                        Cell.of(backup.text("id")),
                        Cell.of(when(backup.text("created", ""))),
                        Cell.of(backup.text("type")),
                        Cell.of(backup.has("bytes") ? Figures.bytes(backup.number("bytes", 0)) : null),
                        Cell.of(backup.text("destination")),
                        Cell.of(backup.text("name")));
            }
            session.screen().table(table);
        }
        if (!listing.objects("findings").isEmpty()) {
            session.screen().line("");
            Findings.show(session.screen(), listing.objects("findings"));
        }
    }

    static String when(String time) {
        return time.length() < 16 ? time : time.substring(0, 10) + " " + time.substring(11, 16);
    }
}
