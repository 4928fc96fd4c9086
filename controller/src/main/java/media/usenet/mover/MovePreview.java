package media.usenet.mover;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import media.usenet.effect.Change;
import media.usenet.effect.Effect;
import media.usenet.effect.Steps;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;

/// What a balance, a drain or giving one up would do, for a person to read: the first files by name, the rest as a
/// number.
final class MovePreview {

    private static final int SHOWN = 20;

    private MovePreview() {}

    static Change of(MoveJob job, MovePlan plan) {
        var slot = job.slot() == null ? "" : job.slot();
        var command = job.slot() == null ? "pool balance" : "pool drain";
        var subject = "%d files, %d bytes".formatted(plan.moves().size(), plan.bytes());
        var next = "usenet storage " + (command + " " + slot).strip();
        return new Change(command, subject, slot, steps(plan), findings(plan.left()), next);
    }

    static Change ofGivingUp(MoveJob job) {
        var steps = List.of(
                "settle what was begun of a file, now or when its drives are there",
                "leave everything else where it is now");
        return new Change("pool give-up", job.text(), job.slot(), steps, List.of(), "usenet storage pool give-up");
    }

    static Effect givenUp(MoveJob job, List<LeftBehind> left, Steps steps) {
        var slot = Objects.requireNonNullElse(job.slot(), "");
        return new Effect(slot, "GIVEN_UP", job.text() + " is given up", null, steps.all(), List.of(), findings(left));
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

    private static List<Finding> findings(List<LeftBehind> files) {
        return files.stream()
                .limit(SHOWN)
                .map(left -> new Finding(
                        "FILE_STAYS",
                        Severity.WARNING,
                        "%s stays on %s: %s".formatted(left.name(), left.slot(), left.because()),
                        "do what is said, then ask again"))
                .toList();
    }
}
