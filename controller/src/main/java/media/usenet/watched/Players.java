package media.usenet.watched;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import media.usenet.apps.Player;

/// A door: the applications of the stack that play films, as they are now.
public interface Players {

    /// @throws media.usenet.problem.ProblemException where nobody can say which there are
    List<InStack> present();

    /// One of them.
    ///
    /// @param player asks it; `SERVICE_NOT_RUNNING` where it cannot be asked
    record InStack(String service, Supplier<Player> player, Places places) {}

    /// How an application's paths are read here.
    interface Places {

        /// @param path in the application's container
        /// @throws IOException where that cannot be told
        boolean same(String path, Path here) throws IOException;
    }
}
