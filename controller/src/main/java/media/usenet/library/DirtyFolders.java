package media.usenet.library;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Folders in which something happened, until they are looked at: when nothing more has happened for a while, or when
/// that would take too long. Times are those of `System.nanoTime`. For one thread.
final class DirtyFolders {

    private static final int PATIENCE_IN_SETTLES = 6;

    /// @param deep whether what lies below it is meant too
    record Dirty(Path folder, boolean deep) {}

    private record Times(boolean deep, long first, long last) {}

    private final long settleNanos;
    private final Map<Path, Times> folders = new LinkedHashMap<>();

    DirtyFolders(Duration settle) {
        this.settleNanos = settle.toNanos();
    }

    void add(Path folder, boolean deep, long now) {
        folders.merge(
                folder,
                new Times(deep, now, now),
                (before, _) -> new Times(before.deep() || deep, before.first(), now));
    }

    /// Those that are to be looked at now; they are clean from then on.
    List<Dirty> due(long now) {
        var due = new ArrayList<Dirty>();
        folders.entrySet().removeIf(entry -> {
            var times = entry.getValue();
            boolean is = now - times.last() >= settleNanos || now - times.first() >= settleNanos * PATIENCE_IN_SETTLES;
            if (is) {
                due.add(new Dirty(entry.getKey(), times.deep()));
            }
            return is;
        });
        return due;
    }

    boolean isEmpty() {
        return folders.isEmpty();
    }
}
