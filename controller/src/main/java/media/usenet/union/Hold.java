package media.usenet.union;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whether a drive of the union is missing, so that applications must not scan it and nobody may empty a trash: to
/// them the files on that drive look deleted.
///
/// @param since when the first of them went; null while there is no hold
/// @param slots those that are missing
record Hold(
        boolean active,
        @Nullable Instant since,
        List<String> slots,
        @Nullable String because) {

    static final Hold NONE = new Hold(false, null, List.of(), null);

    Hold {
        slots = List.copyOf(slots);
        if (active == slots.isEmpty() || active != (since != null)) {
            throw new IllegalArgumentException("a hold is active while slots are missing: " + slots);
        }
    }

    Hold onMissing(String slot, Instant now) {
        if (slots.contains(slot)) {
            return this;
        }
        var missing = new ArrayList<>(slots);
        missing.add(slot);
        return of(missing, since == null ? now : since);
    }

    /// Also when the user took the slot out of the union: what is not expected is not missed.
    Hold onReturned(String slot) {
        var missing = new ArrayList<>(slots);
        if (!missing.remove(slot) || since == null) {
            return this;
        }
        return missing.isEmpty() ? NONE : of(missing, since);
    }

    private static Hold of(List<String> missing, Instant since) {
        var because = "%s missing, and a scan of the union would take %s files for deleted";
        var names = String.join(" and ", missing);
        return new Hold(
                true,
                since,
                missing,
                missing.size() == 1
                        ? because.formatted(names + " is", "its")
                        : because.formatted(names + " are", "their"));
    }
}
