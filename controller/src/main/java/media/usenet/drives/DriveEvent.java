package media.usenet.drives;

import java.time.Instant;
import java.util.List;
import media.usenet.effect.Steps.Timed;
import org.jspecify.annotations.Nullable;

/// Something that happened to a slot or to a device.
///
/// @param slot null for a device that is no slot's
/// @param millis since the kernel announced it, or since it was asked for
public record DriveEvent(
        Instant time,
        Kind kind,
        @Nullable String slot,
        @Nullable SlotState state,
        String text,
        double millis,
        List<Timed> steps) {

    public enum Kind {
        /// A device appeared that is no slot's.
        DISCOVERED,
        /// A drive or a folder got a slot.
        ADDED,
        MOUNTED,
        /// A drive that was missing is back in its slot.
        RETURNED,
        /// A drive went away without being ejected.
        YANKED,
        EJECTING,
        EJECTED,
        UNMOUNTED,
        /// A slot was given up.
        REMOVED,
        READONLY,
        CLONE,
        FLAPPING,
        FAILED,
        /// The kernel's announcements were lost, and everything was looked at again.
        OVERRUN
    }
}
