package media.usenet.watched;

import media.usenet.apps.Viewer;
import media.usenet.apps.WatchState;
import org.jspecify.annotations.Nullable;

/// What one user had watched of a file that was taken, and what became of it.
///
/// @param seen of that file
/// @param before of what is kept, before anything was written to it; null while that was not read
/// @param after of what is kept, read again; null while nothing was carried
/// @param because what was not carried, and why; empty where all was
public record Carried(
        Viewer viewer,
        WatchState seen,
        @Nullable WatchState before,
        @Nullable WatchState after,
        String because) {

    static Carried seen(Viewer viewer, WatchState seen) {
        return new Carried(viewer, seen, null, null, "");
    }

    Carried from(WatchState kept) {
        return new Carried(viewer, seen, kept, after, because);
    }

    Carried to(WatchState kept) {
        return new Carried(viewer, seen, before, kept, lacking(kept));
    }

    Carried not(String reason) {
        return new Carried(viewer, seen, before, after, reason);
    }

    private String lacking(WatchState kept) {
        return kept.with(seen).equals(kept) ? "" : "the application did not take all of it";
    }

    /// Whether what is kept was changed by it.
    boolean changed() {
        return before != null && after != null && !before.equals(after);
    }
}
