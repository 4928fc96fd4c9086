package media.usenet.scope;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import media.usenet.database.DatabaseCopy;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.problem.ProblemException;
import media.usenet.staging.Recipe;
import media.usenet.staging.Source;

/// What is no file that could be staged, and is written into one first: the controller's own database, and those
/// that services keep in PostgreSQL.
public final class Dumps {

    private final DatabaseCopy database;
    private final ServiceDatabases services;
    private final Path folder;

    /// @param folder for the copy of the controller's database
    public Dumps(DatabaseCopy database, ServiceDatabases services, Path folder) {
        this.database = database;
        this.services = services;
        this.folder = folder;
    }

    /// @param own sources that are files already
    /// @param findings is told of what cannot be written
    public List<Source> make(BackupType type, List<Source> own, Path apps, List<Finding> findings) {
        var sources = new ArrayList<Source>();
        if (type.state()) {
            try {
                database.make(folder);
                sources.add(new Source(
                        Scope.DATABASE, Scope.STATE, folder, Recipe.of(List.of(database.name()), List.of())));
            } catch (ProblemException e) {
                findings.add(new Finding(e.problem().name(), Severity.ERROR, e.detail(), e.remedy()));
            }
        }
        sources.addAll(services.dump(own.stream().map(Source::subject).toList(), apps, findings));
        return sources;
    }

    /// Removes the dumps that lie in the folders of services.
    public void forget(List<Source> dumps) {
        services.forget(dumps.stream()
                .filter(dump -> dump.prefix().startsWith(Scope.APPS + "/"))
                .toList());
    }
}
