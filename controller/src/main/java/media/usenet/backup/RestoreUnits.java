package media.usenet.backup;

import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import media.usenet.archive.Manifest;
import media.usenet.archive.Manifest.Entry;
import media.usenet.archive.Manifest.Kind;
import media.usenet.database.DatabaseCopy;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.restore.Unit;
import media.usenet.scope.PolicyFiles;
import media.usenet.scope.Scope;
import media.usenet.staging.Recipe;
import media.usenet.swap.NextStart;

/// Which files and folders a restore replaces: a whole service where all of it is asked for, single files where
/// only some are.
final class RestoreUnits {

    /// What the controller has in mind while it runs, and would write over.
    private static final Set<String> HELD = Set.of(Scope.STATE + "/drives.json", Scope.DATABASE);

    private final Scope scope;
    private final PolicyFiles policies;
    private final NextStart nextStart;
    private final DatabaseCopy database;

    RestoreUnits(Scope scope, PolicyFiles policies, NextStart nextStart, DatabaseCopy database) {
        this.scope = scope;
        this.policies = policies;
        this.nextStart = nextStart;
        this.database = database;
    }

    /// @throws ProblemException `BACKUP_NOT_FOUND` where nothing of the backup is asked for
    List<Unit> of(Manifest manifest, RestoreRequest request) {
        var paths = new LinkedHashSet<String>();
        for (var entry : manifest.entries()) {
            if (request.wants(entry.path()) && entry.path().contains("/") && replaces(entry, request)) {
                paths.add(path(entry.path(), request));
            }
        }
        if (paths.isEmpty()) {
            throw new ProblemException(
                    Problem.BACKUP_NOT_FOUND,
                    "nothing of what was asked for is in %s".formatted(manifest.id()),
                    "see what is: usenet backup files " + manifest.id());
        }
        var type = manifest.type();
        return paths.stream().map(path -> unit(path, type, request)).toList();
    }

    /// A database of the controller fits one of its own kind.
    private boolean replaces(Entry entry, RestoreRequest request) {
        return entry.path().startsWith(Scope.DATABASE + "/")
                ? fits(entry.path())
                : !request.partly() || entry.kind() != Kind.FOLDER;
    }

    boolean fits(String path) {
        return path.equals(Scope.DATABASE + "/" + database.name());
    }

    /// Where the controller keeps its own data, for people.
    String toldDatabase() {
        return database.told();
    }

    private static String path(String entry, RestoreRequest request) {
        int slash = entry.indexOf('/', entry.indexOf('/') + 1);
        return request.partly() || slash < 0 ? entry : entry.substring(0, slash);
    }

    static boolean isHeld(Unit unit) {
        return HELD.stream()
                .anyMatch(held -> unit.path().equals(held) || unit.path().startsWith(held + "/"));
    }

    private Unit unit(String path, String type, RestoreRequest request) {
        var below = path.substring(path.indexOf('/') + 1);
        return switch (path.substring(0, path.indexOf('/'))) {
            case Scope.APPS -> {
                var service = below.contains("/") ? below.substring(0, below.indexOf('/')) : below;
                var recipe = request.partly() ? Optional.<Recipe>empty() : scope.recipe(service, policies.type(type));
                yield new Unit(path, scope.apps(), scope.apps().resolve(below), Optional.of(service), recipe);
            }
            case Scope.DATABASE -> own(path, scope.state(), nextStart.place(below));
            case Scope.STATE -> {
                var unit = own(path, scope.state(), scope.state().resolve(below));
                yield isHeld(unit) ? own(path, scope.state(), nextStart.place(below)) : unit;
            }
            default ->
                new Unit(
                        path,
                        scope.settings(),
                        scope.settings().resolve(below),
                        Optional.empty(),
                        below.equals("backups") ? Optional.of(Scope.WITHOUT_KEYS) : Optional.empty());
        };
    }

    private static Unit own(String path, Path root, Path live) {
        return new Unit(path, root, live, Optional.empty(), Optional.empty());
    }
}
