package media.usenet.cli;

import java.util.Objects;

/// `usenet storage format`: makes a new file system on a drive, after its serial was typed.
final class StorageFormat implements Command {

    private static final String COMMAND = "usenet storage format";

    @Override
    public Manual manual() {
        return new Manual("format", "makes a new, empty file system on a drive; asks for its serial")
                .about("All that was on the drive is gone afterwards. A drive that holds something is refused without"
                        + " --wipe, and --yes does not answer the question: only the drive's serial does.")
                .words("DRIVE", "0..1")
                .option("--fs", "TYPE", "ext4 (the usual), xfs, btrfs or exfat", "ext4", "xfs", "btrfs", "exfat")
                .option("--label", "NAME", "the label of the new file system")
                .option("--slot", "NAME", "add the drive to the pool afterwards, in this slot")
                .flag("--wipe", "even if something is on the drive")
                .option("--confirm", "SERIAL", "the drive's serial, or its id where it has none; then nothing is asked")
                .example("usenet storage format ZDHA1B2C --dry-run", "what is on it, and what would be made")
                .example("usenet storage format ZDHA1B2C --fs xfs --slot archive", "asks, formats, adds")
                .exits(Exit.FAILED, Exit.USAGE, Exit.PART, Exit.VALIDATION, Exit.UNREACHABLE, Exit.INTERRUPTED);
    }

    @Override
    public int run(Session session, Given given) {
        var drive = given.word("DRIVE", COMMAND);
        var confirmed = given.text("--confirm");
        if (confirmed == null && !session.dryRun()) {
            confirmed = typed(session, given, drive);
        }
        return StorageChange.post(session, "/format", body(given, drive, Objects.toString(confirmed, "")));
    }

    /// The drive is named by the controller, which also refuses what may not be formatted, before anyone is asked.
    private static String typed(Session session, Given given, String drive) {
        var dryRun = StorageChange.query("/format").with("dryRun", true);
        var preview = session.controller().post(dryRun, body(given, drive, "")).json();
        return Confirmation.word(
                session,
                "format erases " + LogText.harmless(preview.text("subject", drive)),
                "Type its serial to go on: ",
                COMMAND + " " + drive + " --confirm SERIAL");
    }

    private static String body(Given given, String drive, String confirmed) {
        return JsonWriting.object(
                "drive",
                drive,
                "fileSystem",
                Objects.requireNonNullElse(given.text("--fs"), "ext4"),
                "label",
                given.text("--label"),
                "slot",
                given.text("--slot"),
                "wipe",
                given.flag("--wipe"),
                "confirm",
                confirmed.isEmpty() ? null : confirmed);
    }
}
