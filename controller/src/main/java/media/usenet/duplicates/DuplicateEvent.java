package media.usenet.duplicates;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import media.usenet.watched.Carrying.Stage;

/// What happened to files of the library, for the applications that know them: Sonarr, Radarr, Jellyfin, Plex.
public sealed interface DuplicateEvent {

    Instant time();

    /// By which plan.
    String plan();

    /// A file is no longer where it was. Whoever knows it looks at the folder again. An application that
    /// [Watched] says nothing of carries its watch state over to what was kept, by the numbers of databases and
    /// never by items.
    ///
    /// @param ids by database (`imdb`, `tmdb`, `tvdb`), as far as names and the texts beside the file say them
    /// @param keptIds the same of what was kept
    record Taken(
            Instant time,
            String plan,
            Path file,
            Map<String, String> ids,
            Path keptInstead,
            Map<String, String> keptIds,
            boolean identical)
            implements DuplicateEvent {

        public Taken {
            ids = Map.copyOf(ids);
            keptIds = Map.copyOf(keptIds);
        }
    }

    /// A file is where it was, with the same bytes in another place on the disk.
    record Linked(Instant time, String plan, Path file, Path keptInstead) implements DuplicateEvent {}

    /// A file is back where it was.
    record Restored(Instant time, String plan, Path file, Map<String, String> ids) implements DuplicateEvent {

        public Restored {
            ids = Map.copyOf(ids);
        }
    }

    /// A file that was taken is gone for good.
    record Emptied(Instant time, String plan, Path file) implements DuplicateEvent {}

    /// What was watched of a file that was taken was carried to what was kept, or taken back; or that waits, or
    /// cannot be.
    ///
    /// @param application that knows it: `jellyfin`
    /// @param users whose it is
    /// @param text all of it in a sentence
    record Watched(
            Instant time,
            String plan,
            Path file,
            Path keptInstead,
            String application,
            Stage stage,
            List<String> users,
            String text)
            implements DuplicateEvent {

        public Watched {
            users = List.copyOf(users);
        }
    }
}
