package media.usenet.drives;

import org.jspecify.annotations.Nullable;

/// What of a slot's past counts now. Appearances of drives are told apart by their sequence numbers.
///
/// @param mountedSequence appearance that is mounted; -1 where it was mounted before this program started
/// @param readOnlyBecause why that one was mounted read-only although nobody asked for it; null if it was not
/// @param flapping its drive came and went too often
/// @param refusedSequence appearance of the drive that could not be mounted, and is not tried again until it is plugged
///     in anew or the user asks; -1 for none
/// @param refusedAs how the slot stands because of that
/// @param because why it could not be mounted
record Past(
        long mountedSequence,
        @Nullable String readOnlyBecause,
        boolean flapping,
        long refusedSequence,
        SlotState refusedAs,
        String because) {

    static final Past NOTHING = new Past(-1, null, false, -1, SlotState.FAILED, "");

    Past mounted(long sequence, @Nullable String why) {
        return new Past(sequence, why, flapping, refusedSequence, refusedAs, because);
    }

    Past flapping(boolean now) {
        return new Past(mountedSequence, readOnlyBecause, now, refusedSequence, refusedAs, because);
    }

    Past refused(long sequence, SlotState state, String why) {
        return new Past(mountedSequence, readOnlyBecause, flapping, sequence, state, why);
    }

    /// What was refused, and how often it was pulled, is forgotten; what is mounted is not.
    Past forgiven() {
        return NOTHING.mounted(mountedSequence, readOnlyBecause);
    }

    boolean mountedAnother(long sequence) {
        return mountedSequence != -1 && mountedSequence != sequence;
    }
}
