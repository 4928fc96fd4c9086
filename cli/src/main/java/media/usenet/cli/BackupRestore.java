package media.usenet.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// `usenet backup restore`: puts a backup back, after its plan was seen.
final class BackupRestore implements Command {

    @Override
    public Manual manual() {
        return BackupAsk.whereabouts(new Manual("restore", "puts a backup back; asks after showing what it would do")
                        .about("Unpacked and checked beside the live files first; then services stop, trees"
                                + " change places, services start. If one does not get well, everything goes"
                                + " back by itself. What was replaced is kept until the next restore.")
                        .words("[BACKUP|PLACE]", "0..1")
                        .option("--services", "NAMES", "only these services, with commas between")
                        .option("--only", "PATHS", "only these: settings, apps/sonarr/config.xml")
                        .option("--map", "OLD=NEW", "paths of the other machine, with commas between"))
                .option("--uid", "NUMBER", "whom the stack's files belong to here")
                .option("--gid", "NUMBER", "their group")
                .flag("-f --force", "even if versions do not fit")
                .flag("--no-backup", "accepted and without effect: what is replaced is always kept")
                .example("usenet backup restore --dry-run", "what would change, and for how long services stop")
                .example("usenet backup restore latest --services sonarr", "one service")
                .example("usenet backup restore /mnt/usb/backups", "on a fresh machine")
                .exits(BackupAsk.exits());
    }

    @Override
    public int run(Session session, Given given) {
        var word = BackupAsk.first(given);
        var body = body(given, word);
        if (!session.dryRun() && !session.yes()) {
            var plan = session.controller()
                    .post(BackupAsk.query("/restore").with("dryRun", true), body)
                    .json();
            show(session.screen(), plan);
            Confirmation.ask(
                    session,
                    "restore replaces what is named above",
                    "usenet backup restore " + plan.text("backup", "") + " --yes");
        }
        return BackupAsk.change(session, "/restore", body, BackupRestore::show);
    }

    private static String body(Given given, @Nullable String word) {
        return JsonWriting.object(BackupAsk.reference(
                given,
                word,
                "services",
                BackupAsk.list(given, "--services"),
                "only",
                BackupAsk.list(given, "--only"),
                "paths",
                BackupAsk.list(given, "--map"),
                "uid",
                BackupAsk.number(given, "--uid"),
                "gid",
                BackupAsk.number(given, "--gid"),
                "force",
                given.flag("--force")));
    }

    /// @return as the command would end
    private static int show(Screen screen, JsonObject plan) {
        screen.line("restore of " + plan.text("backup", "?") + ", made " + BackupList.when(plan.text("created", "")));
        for (var part : plan.objects("parts")) {
            part(screen, part);
        }
        for (var rewrite : plan.objects("rewrites")) {
            screen.paragraph("  would write ", rewrite.text("to", "?") + " for " + rewrite.text("from", "?"));
        }
        var stops = plan.texts("stops");
        screen.paragraph(
                "  ",
                stops.isEmpty()
                        ? "no service would stop"
                        : "would stop " + String.join(", ", stops) + " for about "
                                + Math.round(plan.number("stoppedSeconds", 0)) + " s");
        Findings.show(screen, plan.objects("findings"));
        return plan.has("next") ? Exit.DONE.code : Exit.VALIDATION.code;
    }

    private static void part(Screen screen, JsonObject part) {
        screen.paragraph("~ ", part.text("path", "?") + " -> " + part.text("target", "?"));
        screen.paragraph(
                "    ",
                Math.round(part.number("changed", 0)) + " changed, " + Math.round(part.number("added", 0)) + " added, "
                        + Math.round(part.number("unchanged", 0)) + " as they are");
        named(screen, "set aside: ", part.texts("onlyNow"));
        named(screen, "stays: ", part.texts("kept"));
    }

    private static void named(Screen screen, String label, List<String> names) {
        if (!names.isEmpty()) {
            screen.paragraph("    " + label, String.join(", ", names));
        }
    }
}
