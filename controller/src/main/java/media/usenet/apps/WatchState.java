package media.usenet.apps;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// What one user has seen of a film or an episode, as far as an application tells it.
///
/// @param plays how often it was watched to its end
/// @param position how far, in a viewing that was broken off
/// @param last when it was watched last, in whole seconds; null where that is not known
public record WatchState(
        boolean played,
        int plays,
        Duration position,
        @Nullable Instant last,
        boolean favourite) {

    public static final WatchState NONE = new WatchState(false, 0, Duration.ZERO, null, false);

    /// Whether there is nothing in it that could be lost.
    public boolean nothing() {
        return !played && plays == 0 && position.isZero() && !favourite;
    }

    /// This and the other: of each the more, so that nothing of either goes. A film that was watched to its end
    /// is not begun anew by what was half watched elsewhere.
    public WatchState with(WatchState other) {
        return new WatchState(
                played || other.played,
                Math.max(plays, other.plays),
                played || position.compareTo(other.position) >= 0 ? position : other.position,
                later(last, other.last),
                favourite || other.favourite);
    }

    /// Without what a change brought, where that still stands as it was brought: what came after it stays.
    public WatchState without(WatchState before, WatchState after) {
        return new WatchState(
                played == after.played ? before.played : played,
                plays == after.plays ? before.plays : plays,
                position.equals(after.position) ? before.position : position,
                Objects.equals(last, after.last) ? before.last : last,
                favourite == after.favourite ? before.favourite : favourite);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || (other != null && other.isAfter(one)) ? other : one;
    }
}
