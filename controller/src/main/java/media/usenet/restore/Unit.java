package media.usenet.restore;

import java.nio.file.Path;
import java.util.Optional;
import media.usenet.staging.Recipe;

/// One file or folder that is replaced as a whole.
///
/// @param path in the backup: `apps/sonarr`, `settings/stack.yaml`
/// @param root the folder of this machine that it lies in: staging happens there, on the same file system
/// @param live where it belongs
/// @param service whose it is; empty for what is the controller's
/// @param recipe by which it was taken: what that leaves is kept in place. Empty where all is replaced
public record Unit(String path, Path root, Path live, Optional<String> service, Optional<Recipe> recipe) {

    /// Where what has this path in the backup belongs.
    Path live(String entry) {
        return Path.of(live + entry.substring(path.length()));
    }

    public boolean covers(String entry) {
        return entry.equals(path) || entry.startsWith(path + "/");
    }
}
