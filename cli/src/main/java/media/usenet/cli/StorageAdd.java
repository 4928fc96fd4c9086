package media.usenet.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `usenet storage add`: takes a drive, or a folder, into the pool.
final class StorageAdd implements Command {

    @Override
    public Manual manual() {
        return new Manual("add", "takes a drive into the pool as it is; nothing on it is deleted")
                .about(
                        "DRIVE is a serial, a label, or the beginning of a file system's UUID. Its slot is the name of its"
                                + " folder in every service, and stays, wherever the drive is plugged in.")
                .words("[DRIVE]", "0..1")
                .option("--slot", "NAME", "how the slot is called; else made from the label or the model")
                .option(
                        "--roles",
                        "ROLES",
                        "what it is for: media or downloads; both where this is left out",
                        "media",
                        "downloads",
                        "media,downloads")
                .flag("--read-only", "services may read it and change nothing")
                .option("--path", "FOLDER", "a folder of this machine instead of a drive")
                .example(
                        "usenet storage add 71Q0A0SWFVGG --slot archive --dry-run",
                        "what it would do, and what to know")
                .example("usenet storage add --path /mnt/raid/media --slot raid", "a folder that is mounted elsewhere")
                .exits(Exit.FAILED, Exit.USAGE, Exit.VALIDATION, Exit.UNREACHABLE);
    }

    @Override
    public int run(Session session, Given given) {
        var path = given.text("--path");
        var drive = given.words().isEmpty() ? null : given.words().getFirst();
        if ((path == null) == (drive == null)) {
            throw new CliProblem(
                    Exit.USAGE,
                    "USAGE",
                    path == null ? "DRIVE or --path FOLDER is missing" : "DRIVE and --path exclude each other",
                    "usenet storage discover shows the drives");
        }
        if (isFolder(drive)) {
            session.warn("'usenet storage add FOLDER' is now 'usenet storage add --path FOLDER'");
            path = drive;
            drive = null;
        }
        return StorageChange.post(session, "/drives", body(given, drive, path));
    }

    /// As it was spelled before there was `--path`. What is below `/dev` was meant as a drive.
    private static boolean isFolder(@Nullable String drive) {
        return drive != null && drive.startsWith("/") && !drive.startsWith("/dev/");
    }

    private static String body(Given given, @Nullable String drive, @Nullable String path) {
        var roles = given.text("--roles");
        return JsonWriting.object(
                "drive",
                drive,
                "slot",
                given.text("--slot"),
                "roles",
                List.of((roles == null ? "media,downloads" : roles).split(",")),
                "readOnly",
                given.flag("--read-only"),
                "path",
                path);
    }
}
