package media.usenet.cli;

/// `usenet backup destinations`: where backups go; or adds a place.
final class BackupDestinations implements Command {

    @Override
    public Manual manual() {
        return new Manual("destinations", "where backups go; or adds a place: destinations add NAME PLACE")
                .about("A folder takes archives. Anything else is a restic repository: sftp:user@host:/path,"
                        + " s3:https://host/bucket, rest:https://host/, rclone:remote:path. Its password is made in"
                        + " the file that is shown: without a copy of that file elsewhere, no backup there can be"
                        + " read. A policy names its destinations.")
                .words("[add NAME PLACE]", "0..3")
                .option("--engine", "ENGINE", "archive or restic, where it is not clear", "archive", "restic")
                .flag("--no-encrypt", "archives that anyone can read who has them")
                .example("usenet backup destinations add nas sftp:backup@nas:/srv/usenet", "another machine")
                .exits(Exit.FAILED, Exit.USAGE, Exit.VALIDATION, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var words = given.words();
        if (words.isEmpty()) {
            return list(session);
        }
        if (words.size() != 3 || !words.getFirst().equals("add")) {
            throw new CliProblem(
                    Exit.USAGE, "USAGE", "NAME and PLACE are missing", "usenet backup destinations add NAME PLACE");
        }
        if (session.dryRun()) {
            return BackupAsk.dry(session, "add " + words.get(1) + " at " + words.get(2));
        }
        var body = JsonWriting.object(
                "name",
                words.get(1),
                "engine",
                given.text("--engine"),
                "place",
                words.get(2),
                "encrypt",
                !given.flag("--no-encrypt"));
        var answer = session.controller().post(BackupAsk.query("/destinations"), body);
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            session.hint(answer.json().text("name", "it") + " is added; keep a copy of "
                    + answer.json().text("keyFile", "its key") + " elsewhere");
        }
        return Exit.DONE.code;
    }

    private static int list(Session session) {
        var answer = session.controller().get(BackupAsk.query("/destinations"));
        if (session.json()) {
            session.screen().unchanged(answer.text());
            return Exit.DONE.code;
        }
        var table = new Table(
                Column.whole("NAME"),
                Column.whole("ENGINE"),
                Column.tail("PLACE", 2),
                Column.whole("LOCKED"),
                Column.tail("KEY", 1));
        for (var one : answer.json().objects("destinations")) {
            table.row(
                    Cell.of(one.text("name")),
                    Cell.word(one.text("engine", "")),
                    Cell.of(one.text("place")),
                    Cell.of(one.flag("encrypted") ? "yes" : "no"),
                    Cell.of(one.flag("encrypted") ? one.text("keyFile") : null));
        }
        session.screen().table(table);
        return Exit.DONE.code;
    }
}
