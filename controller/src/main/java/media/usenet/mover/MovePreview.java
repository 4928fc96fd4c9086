package media.usenet.mover;

import java.util.ArrayList;
import java.util.List;
import media.usenet.effect.Change;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;

/// What a balance or a drain would do, for a person to read: the first files by name, the rest as a number.
final class MovePreview {

    private static final int SHOWN = 20;

    private MovePreview() {}

    static Change of(MoveJob job, MovePlan plan) {
        var slot = job.slot() == null ? "" : job.slot();
        var command = job.slot() == null ? "pool balance" : "pool drain";
        var subject = "%d files, %d bytes".formatted(plan.moves().size(), plan.bytes());
        var next = "usenet storage " + (command + " " + slot).strip();
        return new Change(command, subject, slot, steps(plan), findings(plan), next);
    }

    private static List<String> steps(MovePlan plan) {
        var steps = new ArrayList<>(plan.moves().stream()
                .limit(SHOWN)
                .map(move -> "move %s from %s to %s".formatted(move.file().name(), move.from(), move.to()))
                .toList());
        if (plan.moves().size() > SHOWN) {
            steps.add("move %d more".formatted(plan.moves().size() - SHOWN));
        }
        return steps;
    }

    private static List<Finding> findings(MovePlan plan) {
        return plan.left().stream()
                .limit(SHOWN)
                .map(left -> new Finding(
                        "FILE_STAYS",
                        Severity.WARNING,
                        "%s stays on %s: %s".formatted(left.name(), left.slot(), left.because()),
                        "do what is said, then ask again"))
                .toList();
    }
}
