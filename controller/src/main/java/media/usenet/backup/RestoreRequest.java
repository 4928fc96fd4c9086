package media.usenet.backup;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.scope.Scope;
import org.jspecify.annotations.Nullable;

/// What to restore, and how.
///
/// @param services those named, and neither settings nor state; everything where null or empty
/// @param only paths in the backup, or beginnings of them: `settings`, `apps/sonarr/config.xml`
/// @param paths of the other machine and of this one, as `OLD=NEW`, beside the folders of this program, which
///     are known
/// @param uid whom the stack's files belong to here; as the settings say where null
/// @param force although versions would go back
record RestoreRequest(
        @Nullable String backup,
        @Nullable String destination,
        @Nullable String place,
        @Nullable String keyFile,
        @Nullable String environmentFile,
        @Nullable List<String> services,
        @Nullable List<String> only,
        @Nullable List<String> paths,
        @Nullable Integer uid,
        @Nullable Integer gid,
        @Nullable Boolean force) {

    Reference reference() {
        return new Reference(backup, destination, place, keyFile, environmentFile);
    }

    /// Whether a path of the backup is asked for.
    boolean wants(String path) {
        if (services != null && !services.isEmpty()) {
            return services.stream().anyMatch(name -> within(path, Scope.APPS + "/" + name)) && only(path);
        }
        return only(path);
    }

    private boolean only(String path) {
        return only == null || only.isEmpty() || only.stream().anyMatch(start -> within(path, start));
    }

    /// @throws ProblemException `INVALID_REQUEST` for what is no pair of absolute paths
    Map<String, String> replaced() {
        var replaced = new LinkedHashMap<String, String>();
        for (var pair : Objects.requireNonNullElse(paths, List.<String>of())) {
            if (!pair.matches("/[^=]+=/.+")) {
                throw new ProblemException(
                        Problem.INVALID_REQUEST, "'%s' is no pair of paths".formatted(pair), "/old/path=/new/path");
            }
            replaced.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        return replaced;
    }

    RestoreRequest with(List<String> otherServices) {
        return new RestoreRequest(
                backup, destination, place, keyFile, environmentFile, otherServices, only, paths, uid, gid, force);
    }

    /// Of the pairs, those within containers, where the pool is the same everywhere.
    Map<String, String> poolFolders() {
        var folders = replaced();
        folders.keySet().removeIf(path -> !path.startsWith("/pool/"));
        return folders;
    }

    boolean partly() {
        return only != null && !only.isEmpty();
    }

    private static boolean within(String path, String start) {
        var plain = start.endsWith("/") ? start.substring(0, start.length() - 1) : start;
        return path.equals(plain) || path.startsWith(plain + "/");
    }
}
