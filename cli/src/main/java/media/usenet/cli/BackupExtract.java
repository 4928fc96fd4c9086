package media.usenet.cli;

import java.nio.file.Path;

/// `usenet backup extract`: files out of a backup, into an empty folder.
final class BackupExtract implements Command {

    @Override
    public Manual manual() {
        return BackupAsk.whereabouts(new Manual("extract", "unpacks files of a backup into an empty folder")
                        .about("Changes nothing of the stack. The folder is one of the controller's machine.")
                        .words("BACKUP [PATH...]", "0..*")
                        .option("--to", "FOLDER", "where to; empty or not there yet"))
                .example("usenet backup extract latest apps/sonarr/config.xml --to /tmp/look", "one file")
                .exits(BackupAsk.exits());
    }

    @Override
    public int run(Session session, Given given) {
        var word = given.word("BACKUP", "usenet backup extract");
        var to = given.text("--to");
        if (to == null) {
            throw new CliProblem(Exit.USAGE, "USAGE", "--to FOLDER is missing", "usenet backup extract --help");
        }
        if (session.dryRun()) {
            return BackupAsk.dry(session, "unpack " + word + " into " + to);
        }
        var paths = given.words().subList(1, given.words().size());
        var folder = Path.of(to).toAbsolutePath().normalize().toString();
        var body = JsonWriting.object(BackupAsk.reference(given, word, "paths", paths, "to", folder));
        return BackupAsk.change(session, "/extract", body, (_, _) -> Exit.DONE.code);
    }
}
