package media.usenet.watched;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import media.usenet.apps.MediaItem;
import media.usenet.apps.Player;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What one application knows, listed once: the items by the names of their files. One that gave no answer is
/// not asked a second time.
final class Shelf {

    private final Players.InStack application;
    private @Nullable Player player;
    private @Nullable Map<String, List<Place>> places;
    private @Nullable ProblemException refused;

    private record Place(String path, MediaItem item) {}

    Shelf(Players.InStack application) {
        this.application = application;
    }

    String service() {
        return application.service();
    }

    /// @throws ProblemException `SERVICE_NOT_RUNNING`
    Player player() {
        if (player == null) {
            player = application.player().get();
        }
        return player;
    }

    /// The item that a file belongs to: by its name in its folder, so that it is found when it is no longer
    /// there.
    ///
    /// @throws ProblemException `SERVICE_NOT_RUNNING`
    Optional<MediaItem> find(Path file) {
        for (var place : places().getOrDefault(file.getFileName().toString(), List.of())) {
            if (sameFolder(place.path(), file)) {
                return Optional.of(place.item());
            }
        }
        return Optional.empty();
    }

    private boolean sameFolder(String path, Path file) {
        try {
            return application
                    .places()
                    .same(path.substring(0, path.lastIndexOf('/') + 1), Objects.requireNonNull(file.getParent()));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.SERVICE_NOT_RUNNING,
                    "the files of %s cannot be looked at: %s".formatted(service(), e.getMessage()),
                    "see how it fares: usenet services status " + service(),
                    e);
        }
    }

    private Map<String, List<Place>> places() {
        if (refused != null) {
            throw refused;
        }
        if (places == null) {
            try {
                places = listed(player());
            } catch (ProblemException e) {
                refused = e;
                throw e;
            }
        }
        return places;
    }

    private static Map<String, List<Place>> listed(Player player) {
        var listed = new HashMap<String, List<Place>>();
        for (var item : player.items()) {
            for (var path : item.paths()) {
                var name = path.substring(path.lastIndexOf('/') + 1);
                listed.computeIfAbsent(name, _ -> new ArrayList<>()).add(new Place(path, item));
            }
        }
        return listed;
    }
}
