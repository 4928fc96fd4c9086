package media.usenet.cli;

/// `usenet backup verify|drill`: whether a backup can be restored.
final class BackupVerify implements Command {

    private final boolean drill;

    private BackupVerify(boolean drill) {
        this.drill = drill;
    }

    static BackupVerify verify() {
        return new BackupVerify(false);
    }

    static BackupVerify drill() {
        return new BackupVerify(true);
    }

    @Override
    public Manual manual() {
        var manual = drill
                ? new Manual("drill", "rehearses a restore in a scratch folder, and remembers it")
                        .flag("--history", "what was made, checked and rehearsed so far")
                        .example("usenet backup drill", "of the newest")
                        .example("usenet backup drill --history", "when that was last done")
                : new Manual("verify", "reads a backup back and compares every file with its manifest")
                        .flag("--deep", "also unpacks it into a scratch folder and opens every database")
                        .example("usenet backup verify", "the newest")
                        .example("usenet backup verify /mnt/usb/usenet-20261120T033000Z-7c1d.tar.zst", "a file");
        return BackupAsk.whereabouts(manual.words("[BACKUP]", "0..1")).exits(BackupAsk.exits());
    }

    @Override
    public int run(Session session, Given given) {
        if (drill && given.flag("--history")) {
            return history(session);
        }
        var word = BackupAsk.first(given);
        if (session.dryRun()) {
            return BackupAsk.dry(session, "read back " + (word == null ? "the newest backup" : word));
        }
        var body = JsonWriting.object(BackupAsk.reference(given, word, "deep", given.flag("--deep") || drill));
        return BackupAsk.change(session, drill ? "/drill" : "/verify", body, (_, _) -> Exit.DONE.code);
    }

    private static int history(Session session) {
        var answer = session.controller().get(BackupAsk.query("/history"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
            return Exit.DONE.code;
        }
        var table = new Table(
                Column.whole("WHEN"),
                Column.whole("WHAT"),
                Column.whole("OK"),
                Column.text("IN", 2),
                Column.text("DETAIL", 1));
        for (var entry : answer.json().objects("entries")) {
            table.row(
                    Cell.of(BackupList.when(entry.text("when", ""))),
                    Cell.word(entry.text("kind", "")),
                    Cell.of(entry.flag("ok") ? "yes" : "no"),
                    Cell.of(entry.text("destination")),
                    Cell.of(entry.text("detail")));
        }
        session.screen().table(table);
        return Exit.DONE.code;
    }
}
