package media.usenet.effect;

import java.util.List;
import media.usenet.effect.Steps.Timed;
import media.usenet.health.Finding;
import org.jspecify.annotations.Nullable;

/// What a command did.
///
/// @param state how the slot stands now
/// @param text one sentence for the user
/// @param safeToRemove null where that was not asked
/// @param holders who still holds files of it
public record Effect(
        String slot,
        String state,
        String text,
        @Nullable Boolean safeToRemove,
        List<Timed> steps,
        List<Holder> holders,
        List<Finding> findings) {

    public Effect {
        steps = List.copyOf(steps);
        holders = List.copyOf(holders);
        findings = List.copyOf(findings);
    }

    /// @param service the Compose service, where it is one's container
    /// @param container null for a program of the machine itself
    /// @param path of one file or folder below the slot
    public record Holder(
            @Nullable String service,
            @Nullable String container,
            int pid,
            String program,
            String path,
            boolean writes) {

        /// The same, by a path from elsewhere.
        public Holder at(String other) {
            return new Holder(service, container, pid, program, other, writes);
        }
    }

    public static Effect of(String slot, Enum<?> state, String text, Steps steps, List<Finding> findings) {
        return new Effect(slot, state.name(), text, null, steps.all(), List.of(), findings);
    }
}
