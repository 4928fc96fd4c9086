package media.usenet.backup;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import media.usenet.host.StateFile;
import media.usenet.rehearsal.Outcome;
import org.jspecify.annotations.Nullable;

/// What was done with backups, newest first: runs, checks and rehearsals.
final class History {

    private static final int KEPT = 500;

    private final StateFile<Entries> file;

    History(Path file) {
        this.file = new StateFile<>(file, Entries.class);
    }

    enum Kind {
        RUN,
        VERIFY,
        DRILL
    }

    /// @param backup its id; null for a run that made none
    /// @param ok whether all was as it should be
    /// @param detail one sentence
    /// @param services how each fared that was started on a copy, and why others were not
    record Entry(
            Kind kind,
            @Nullable String backup,
            String destination,
            @Nullable String policy,
            Instant when,
            double seconds,
            boolean ok,
            String detail,
            List<Outcome> services) {

        Entry {
            // Entries of versions that started none have none.
            services = services == null ? List.of() : List.copyOf(services);
        }
    }

    record Entries(List<Entry> entries) {}

    synchronized void add(Entry entry) {
        var entries = new ArrayList<Entry>();
        entries.add(entry);
        entries.addAll(all());
        file.write(new Entries(entries.stream().limit(KEPT).toList()));
    }

    synchronized List<Entry> all() {
        return file.read().map(Entries::entries).orElse(List.of());
    }

    Optional<Entry> last(Kind kind, @Nullable String policy) {
        return of(kind).filter(entry -> policy == null || policy.equals(entry.policy()))
                .findFirst();
    }

    Stream<Entry> of(Kind kind) {
        return all().stream().filter(entry -> entry.kind() == kind);
    }

    /// Whether the last thing that was found out about a backup is that it is good.
    boolean proved(String backup) {
        return all().stream()
                .filter(entry -> backup.equals(entry.backup()))
                .findFirst()
                .map(Entry::ok)
                .orElse(false);
    }
}
