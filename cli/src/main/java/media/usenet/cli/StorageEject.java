package media.usenet.cli;

/// `usenet storage eject`: makes a drive safe to pull out.
final class StorageEject implements Command {

    @Override
    public Manual manual() {
        return new Manual("eject", "makes a drive safe to pull out, and says when it is")
                .about("Writes everything to it, and waits for services to let go of their files. With --force it does"
                        + " not wait: once all is written, their next read or write fails.")
                .words("DRIVE", "0..1")
                .flag("-f --force", "even while something holds files on it")
                .option("--timeout", "TIME", "how long to wait for them: 30s (the usual), 2m")
                .example("usenet storage eject films", "then pull it")
                .example("usenet storage eject films --timeout 2m", "wait longer for a film to end")
                .exits(Exit.FAILED, Exit.USAGE, Exit.VALIDATION, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var drive = given.word("DRIVE", "usenet storage eject");
        var timeout = given.text("--timeout");
        long seconds = Amount.seconds("--timeout", timeout == null ? "30s" : timeout);
        return StorageChange.post(
                session,
                StorageChange.drive(drive) + "/eject",
                JsonWriting.object("force", given.flag("--force"), "timeoutSeconds", seconds));
    }
}
