package media.usenet.cli;

/// `usenet storage sync`: writes what memory holds back to the drives.
final class StorageSync implements Command {

    @Override
    public Manual manual() {
        return new Manual("sync", "writes everything that memory holds back to the drives")
                .about("What was written before it began is on the drive when it ends.")
                .words("[DRIVE...]", "0..*")
                .example("usenet storage sync", "all drives of the pool")
                .example("usenet storage sync films travel", "only these")
                .exits(Exit.FAILED, Exit.USAGE, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        return StorageChange.post(session, "/sync", JsonWriting.object("drives", given.words()));
    }
}
