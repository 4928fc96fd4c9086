package media.usenet.watched;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The applications of the stack, asked once which they are.
final class Shelves {

    private final Players players;
    private @Nullable Map<String, Shelf> all;

    Shelves(Players players) {
        this.players = players;
    }

    /// @throws ProblemException where nobody can say which there are
    Set<String> services() {
        return all().keySet();
    }

    /// @throws ProblemException `SERVICE_NOT_RUNNING` also where it is no longer in the stack
    Shelf of(String service) {
        var shelf = all().get(service);
        if (shelf == null) {
            throw new ProblemException(
                    Problem.SERVICE_NOT_RUNNING,
                    service + " is not in the stack now",
                    "see what is: usenet services list");
        }
        return shelf;
    }

    private Map<String, Shelf> all() {
        if (all == null) {
            var present = new LinkedHashMap<String, Shelf>();
            players.present().forEach(application -> present.put(application.service(), new Shelf(application)));
            all = present;
        }
        return all;
    }
}
