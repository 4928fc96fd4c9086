package media.usenet.host;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/// Where this program finds and keeps its files: the system's folders for root, the XDG folders for anyone else.
///
/// @param settings what the user writes: `stack.yaml`, `.env`, `compose.override.yaml`, own templates and profiles
/// @param state what the program keeps: the generated stack, secrets, the applications' configuration
/// @param run what belongs to this run: the token, the controller's address
/// @param pool the pool root where the settings name none
public record ProgramFolders(Path settings, Path state, Path run, Path pool) {

    static final ProgramFolders OF_THE_SYSTEM = new ProgramFolders(
            Path.of("/etc/usenet"), Path.of("/var/lib/usenet"), Path.of("/run/usenet"), Path.of("/srv/pool"));

    /// The XDG Base Directory folders, with their defaults below the home folder.
    static ProgramFolders of(Path home, Map<String, String> environment) {
        var state =
                xdg(environment, "XDG_STATE_HOME", home.resolve(".local/state")).resolve("usenet");
        return new ProgramFolders(
                xdg(environment, "XDG_CONFIG_HOME", home.resolve(".config")).resolve("usenet"),
                state,
                // The token must outlive a log-out where XDG_RUNTIME_DIR does not, and the CLI must find it.
                state,
                xdg(environment, "XDG_DATA_HOME", home.resolve(".local/share")).resolve("usenet/pool"));
    }

    private static Path xdg(Map<String, String> environment, String variable, Path fallback) {
        return Optional.ofNullable(environment.get(variable))
                .filter(path -> path.startsWith("/"))
                .map(Path::of)
                .orElse(fallback);
    }
}
