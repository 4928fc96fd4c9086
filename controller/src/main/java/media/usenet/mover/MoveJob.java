package media.usenet.mover;

import org.jspecify.annotations.Nullable;

/// What the mover was asked for, kept until it is done.
///
/// @param slot to be drained; null for a balance
/// @param percent how evenly to balance; null for a drain
/// @param waitsFor the slot whose drive is missing for it; null while it can go on
public record MoveJob(
        @Nullable String slot,
        @Nullable Double percent,
        long minFreeBytes,
        @Nullable String waitsFor) {

    public MoveJob {
        if ((slot == null) == (percent == null)) {
            throw new IllegalArgumentException("either a drain or a balance");
        }
    }

    public static MoveJob drain(String slot, long minFreeBytes) {
        return new MoveJob(slot, null, minFreeBytes, null);
    }

    public static MoveJob balance(double percent, long minFreeBytes) {
        return new MoveJob(null, percent, minFreeBytes, null);
    }

    MoveJob waitingFor(@Nullable String missing) {
        return new MoveJob(slot, percent, minFreeBytes, missing);
    }

    String kind() {
        return slot == null ? "storage.balance" : "storage.drain";
    }

    String text() {
        return slot == null ? "the balance" : "the drain of " + slot;
    }
}
