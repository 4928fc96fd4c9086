package media.usenet.drives;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// How a slot stands, and since when.
///
/// @param device the kernel's name of what is mounted there; for looking at, not for naming a drive
/// @param because why it is not simply online
record SlotStatus(
        SlotState state,
        Instant since,
        @Nullable String device,
        @Nullable String because) {

    boolean same(SlotState otherState, @Nullable String otherDevice, @Nullable String otherBecause) {
        return state == otherState && Objects.equals(device, otherDevice) && Objects.equals(because, otherBecause);
    }
}
