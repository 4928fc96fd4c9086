package media.usenet.job;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A job to be.
///
/// @param type of a kind of work
/// @param label what a person calls it
/// @param lane where it is to run at first; a lane that no machine has now is waited for
/// @param key the API key that asks; null where there is none
/// @param request handed to the work as it is
/// @param slots of the drives it needs: while one is away it waits
/// @param maxAttempts null for the settings' number
/// @param idempotency null where the caller may be given a second job
/// @param webhook an address that is told of its end
public record Submission(
        String type,
        String label,
        String lane,
        Priority priority,
        @Nullable String key,
        JsonNode request,
        Set<String> slots,
        @Nullable Integer maxAttempts,
        @Nullable Idempotency idempotency,
        @Nullable String webhook) {

    public Submission {
        slots = Set.copyOf(slots);
        if (maxAttempts != null && maxAttempts < 1) {
            throw new IllegalArgumentException("a job is attempted at least once, not %d times".formatted(maxAttempts));
        }
    }

    /// A job of normal priority, on any drive, for nobody in particular.
    public static Submission of(String type, String label, String lane, JsonNode request) {
        return new Submission(type, label, lane, Priority.NORMAL, null, request, Set.of(), null, null, null);
    }

    public Submission with(Priority other) {
        return new Submission(type, label, lane, other, key, request, slots, maxAttempts, idempotency, webhook);
    }

    public Submission by(@Nullable String other) {
        return new Submission(type, label, lane, priority, other, request, slots, maxAttempts, idempotency, webhook);
    }

    public Submission needing(Set<String> others) {
        return new Submission(type, label, lane, priority, key, request, others, maxAttempts, idempotency, webhook);
    }

    public Submission attemptedAtMost(int times) {
        return new Submission(type, label, lane, priority, key, request, slots, times, idempotency, webhook);
    }

    public Submission once(@Nullable Idempotency by) {
        return new Submission(type, label, lane, priority, key, request, slots, maxAttempts, by, webhook);
    }

    public Submission telling(@Nullable String address) {
        return new Submission(type, label, lane, priority, key, request, slots, maxAttempts, idempotency, address);
    }
}
