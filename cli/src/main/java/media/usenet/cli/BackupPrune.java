package media.usenet.cli;

import org.jspecify.annotations.Nullable;

/// `usenet backup prune`: removes the backups that no rule keeps any more.
final class BackupPrune implements Command {

    private static final long SECONDS_OF_A_DAY = 86_400;

    @Override
    public Manual manual() {
        return new Manual("prune", "removes backups that no rule keeps; asks after showing which")
                .about("The newest that is proved good is always kept.")
                .option("--policy", "NAME", "whose backups, by whose rules; nightly where none is named")
                .option("--keep", "N", "keep the newest N instead")
                .option("--older-than", "DAYS", "remove only what is older: 30d")
                .example("usenet backup prune --dry-run", "what would go, and what keeps the others")
                .exits(BackupAsk.exits());
    }

    @Override
    public int run(Session session, Given given) {
        var body = JsonWriting.object(
                "policy",
                given.text("--policy"),
                "keep",
                BackupAsk.number(given, "--keep"),
                "olderThanDays",
                days(given.text("--older-than")));
        if (!session.dryRun() && !session.yes()) {
            var plan = session.controller()
                    .post(BackupAsk.query("/prune").with("dryRun", true), body)
                    .json();
            show(session.screen(), plan);
            if (plan.number("removes", 0) > 0) {
                Confirmation.ask(session, "prune removes what is named above", "usenet backup prune --yes");
            }
        }
        return BackupAsk.change(session, "/prune", body, BackupPrune::show);
    }

    private static @Nullable Long days(@Nullable String text) {
        if (text == null) {
            return null;
        }
        return text.endsWith("d")
                ? Amount.number("--older-than", text.substring(0, text.length() - 1))
                : text.matches("\\d+")
                        ? Amount.number("--older-than", text)
                        : Amount.seconds("--older-than", text) / SECONDS_OF_A_DAY;
    }

    private static int show(Screen screen, JsonObject plan) {
        for (var decision : plan.objects("decisions")) {
            boolean keep = decision.flag("keep");
            screen.paragraph(
                    keep ? "= " : "- ",
                    decision.text("id", "?") + " in " + decision.text("destination", "?")
                            + (keep ? ": " + String.join(", ", decision.texts("because")) : ""));
        }
        long removes = Math.round(plan.number("removes", 0));
        screen.line(removes == 0 ? "Nothing would go." : removes + " would go.");
        return Exit.DONE.code;
    }
}
