package media.usenet.duplicates;

import java.util.ArrayList;
import java.util.List;
import media.usenet.duplicates.PlanBook.Kept;
import media.usenet.duplicates.PlanBook.PlannedAct;
import media.usenet.effect.Change;

/// What a plan would do, in sentences.
final class PlanText {

    private PlanText() {}

    static Change apply(Kept plan) {
        var steps = new ArrayList<String>();
        plan.acts().forEach(act -> steps.add(text(act)));
        plan.entries()
                .forEach(entry -> steps.add("delete %s for good; %s is read before"
                        .formatted(entry.act().loser(), entry.act().kept())));
        return new Change(
                "media duplicates apply",
                plan.id(),
                null,
                steps,
                List.of(),
                "usenet media duplicates apply " + plan.id());
    }

    static Change undo(Kept plan) {
        var steps = plan.acts().stream()
                .map(act -> "give %s its place back".formatted(act.act().loser()))
                .toList();
        return new Change(
                "media duplicates undo",
                plan.id(),
                null,
                steps,
                List.of(),
                "usenet media duplicates undo " + plan.id());
    }

    private static String text(PlannedAct planned) {
        var act = planned.act();
        return switch (act.kind()) {
            case TRASH -> "move %s into the trash of its drive; %s is kept".formatted(act.loser(), act.kept());
            case HARD_LINK -> "make %s a hard link of %s".formatted(act.loser(), act.kept());
            case REFLINK -> "let %s share the blocks of %s".formatted(act.loser(), act.kept());
        };
    }
}
