package media.usenet.apps;

import java.util.List;
import java.util.Optional;

/// A door: an application that plays films and knows who watched what. Whatever it is asked, it may not answer:
/// `SERVICE_NOT_RUNNING`.
public interface Player {

    /// All films and episodes that it knows.
    List<MediaItem> items();

    /// Those of whom it tells what they watched.
    List<Viewer> viewers();

    /// Empty where the user is gone, or does not get to see it.
    Optional<WatchState> state(String item, Viewer viewer);

    /// Changes what differs between the two, as far as the application lets it be changed; what came of it is
    /// asked with [#state].
    void mark(String item, Viewer viewer, WatchState now, WatchState then);
}
