package media.usenet.cli;

import java.util.List;

/// Shows what became of a change of drives, and who stood in its way.
final class StorageOutcome {

    private StorageOutcome() {}

    /// @return what the process ends with
    static int show(Session session, Answer answer) {
        var outcome = answer.json();
        boolean held = !outcome.objects("holders").isEmpty() && !outcome.flag("safeToRemove");
        if (session.json()) {
            session.screen().unchanged(answer.text());
        } else {
            show(session, outcome, held);
        }
        if (held) {
            throw busy(outcome);
        }
        return Findings.anyError(outcome.objects("findings")) ? Exit.FAILED.code : Exit.DONE.code;
    }

    private static void show(Session session, JsonObject outcome, boolean held) {
        if (!held) {
            session.hint(LogText.harmless(outcome.text("text", "done")));
            drive(session, outcome.object("drive"));
            steps(session, outcome.objects("steps"));
        }
        if (!outcome.objects("holders").isEmpty()) {
            session.screen().table(StorageWho.table(outcome.objects("holders")));
        }
        Findings.show(
                session.screen(),
                outcome.objects("findings").stream()
                        .filter(finding -> !(held && isBusy(finding)))
                        .toList());
    }

    /// What the error says that the process then ends with.
    private static boolean isBusy(JsonObject finding) {
        return finding.text("code", "").equals("DRIVE_BUSY");
    }

    private static void drive(Session session, JsonObject drive) {
        if (drive.has("model")) {
            session.hint("  drive  " + StorageList.drive(drive) + ", "
                    + Cell.driveSize(drive, "sizeBytes").text());
        }
        if (drive.has("port")) {
            session.hint("  port   " + drive.text("port"));
        }
    }

    private static void steps(Session session, List<JsonObject> steps) {
        if (!steps.isEmpty()) {
            session.hint("  " + Steps.text(steps));
        }
    }

    private static CliProblem busy(JsonObject outcome) {
        var slot = outcome.text("slot", "DRIVE");
        var remedy = outcome.objects("findings").stream()
                .filter(StorageOutcome::isBusy)
                .map(finding -> finding.text("remedy", ""))
                .findFirst();
        return new CliProblem(
                Exit.FAILED,
                "DRIVE_BUSY",
                outcome.text("text", slot + " is in use"),
                remedy.orElse("stop what holds it, or: usenet storage eject " + slot + " --force"));
    }
}
