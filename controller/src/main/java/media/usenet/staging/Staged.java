package media.usenet.staging;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import media.usenet.archive.Manifest.DatabaseEntry;
import media.usenet.archive.Manifest.Entry;
import media.usenet.health.Finding;

/// A tree that stands still, and what was found out while it was made.
///
/// @param held by subject, for how many milliseconds it was kept from writing
/// @param copied the paths of the files that were copied because they are new or have changed
public record Staged(
        Path tree,
        List<Entry> entries,
        List<DatabaseEntry> databases,
        List<Finding> findings,
        Map<String, Double> held,
        Set<String> copied) {

    public Staged {
        entries = List.copyOf(entries);
        databases = List.copyOf(databases);
        findings = List.copyOf(findings);
        held = Map.copyOf(held);
        copied = Set.copyOf(copied);
    }
}
