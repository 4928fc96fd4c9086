package media.usenet.cli;

/// `usenet storage remove|mount|unmount`: changes how one drive stands to the pool.
final class StorageDrive implements Command {

    private final Manual manual;

    private StorageDrive(Manual manual) {
        this.manual = manual.words("DRIVE", "0..1").exits(Exit.FAILED, Exit.USAGE, Exit.VALIDATION, Exit.UNREACHABLE);
    }

    static StorageDrive remove() {
        return new StorageDrive(new Manual("remove", "forgets a drive; what is on it stays")
                .about("The drive leaves the pool and its slot is forgotten. Asks first; --yes answers. To unplug a"
                        + " drive that is to come back, eject it instead.")
                .example("usenet storage remove films --dry-run", "what it would do, changing nothing")
                .example("usenet storage remove films", "asks, then forgets it"));
    }

    static StorageDrive mount() {
        return new StorageDrive(new Manual("mount", "brings a drive back that was ejected or unmounted")
                .example("usenet storage mount films", "services see it again, without a restart")
                .example("usenet storage mount 3f1c9a52", "the same, by the beginning of its UUID"));
    }

    static StorageDrive unmount() {
        return new StorageDrive(new Manual("unmount", "takes a drive out of the pool and leaves it plugged in")
                .about("Refused while something holds a file on it: usenet storage who shows what. To pull the drive"
                        + " out, eject it.")
                .example("usenet storage unmount films", "to check its file system, for one")
                .example("usenet storage mount films", "brings it back"));
    }

    @Override
    public Manual manual() {
        return manual;
    }

    @Override
    public int run(Session session, Given given) {
        var command = "usenet storage " + manual.name();
        var drive = given.word("DRIVE", command);
        if (!manual.name().equals("remove")) {
            return StorageChange.post(session, StorageChange.drive(drive) + "/" + manual.name(), null);
        }
        if (!session.dryRun() && !session.yes()) {
            Confirmation.ask(
                    session, "remove forgets " + drive + "; what is on it stays", command + " " + drive + " --yes");
        }
        return StorageChange.delete(session, StorageChange.drive(drive));
    }
}
