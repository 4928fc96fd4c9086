package media.usenet.cli;

/// `usenet storage identify`: which of the drives it is.
final class StorageIdentify implements Command {

    @Override
    public Manual manual() {
        return new Manual("identify", "makes a drive's lamp blink by reading; tells its serial and port")
                .words("DRIVE", "0..1")
                .option("--seconds", "N", "how long to read (15)")
                .example("usenet storage identify films", "then look which lamp blinks")
                .example("usenet storage identify 5PGR4K2B --seconds 60", "time enough to walk to the rack")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var drive = given.word("DRIVE", "usenet storage identify");
        var text = given.text("--seconds");
        long seconds = text == null ? 15 : Amount.number("--seconds", text);
        if (!session.dryRun()) {
            session.note("reading from " + drive + " for " + seconds + " s: look which lamp blinks");
        }
        return StorageChange.post(
                session, StorageChange.drive(drive) + "/identify", JsonWriting.object("seconds", seconds));
    }
}
