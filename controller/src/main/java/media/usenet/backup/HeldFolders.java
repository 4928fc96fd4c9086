package media.usenet.backup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import media.usenet.catalog.CatalogFiles;
import media.usenet.event.Step;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.problem.ProblemException;
import media.usenet.relocation.Relocation;
import media.usenet.restore.Unit;
import media.usenet.services.StackSwitch;

/// Folders of the pool that applications hold: the same on every machine, unless the user says that one is elsewhere
/// now.
final class HeldFolders {

    private static final String POOL = "${POOL_ROOT}";

    private final CatalogFiles catalog;
    private final StackSwitch stack;
    private final Relocation relocation;

    HeldFolders(CatalogFiles catalog, StackSwitch stack, Relocation relocation) {
        this.catalog = catalog;
        this.stack = stack;
        this.relocation = relocation;
    }

    /// Says which of the services hold folders of the pool that nothing rewrites.
    Optional<Finding> untold(Collection<Unit> units, Map<String, String> folders) {
        var untold = services(units).stream()
                .filter(name -> !Relocation.knows(name) && usesPool(name))
                .toList();
        return folders.isEmpty() || untold.isEmpty()
                ? Optional.empty()
                : Optional.of(new Finding(
                        "RESTORE_PATHS_NOT_REWRITTEN",
                        Severity.WARNING,
                        "%s go on looking for their files where they were: %s is not rewritten there"
                                .formatted(String.join(", ", untold), String.join(", ", folders.keySet())),
                        "change the folders on their pages"));
    }

    /// Tells those that can be told.
    ///
    /// @return by service, why one was not: its files are restored all the same
    Map<String, ProblemException> relocate(Collection<Unit> units, Map<String, String> folders, Consumer<Step> tell) {
        var failed = new TreeMap<String, ProblemException>();
        if (folders.isEmpty()) {
            return failed;
        }
        for (var container : stack.containers()) {
            var service = container.service();
            if (container.running()
                    && Relocation.knows(service)
                    && services(units).contains(service)) {
                try {
                    folders.forEach((from, to) -> relocation
                            .relocate(container, from, to)
                            .forEach(changed -> tell.accept(Step.of(service, changed))));
                } catch (ProblemException e) {
                    failed.put(service, untold(service, e));
                }
            }
        }
        return failed;
    }

    private static ProblemException untold(String service, ProblemException why) {
        return new ProblemException(
                why.problem(),
                "%s was not told where its folders are now: %s".formatted(service, why.detail()),
                "change the folders on its pages",
                why);
    }

    private boolean usesPool(String service) {
        return catalog.load()
                .find(service)
                .map(definition -> String.valueOf(definition.container().get("volumes")))
                .filter(volumes -> volumes.contains(POOL))
                .isPresent();
    }

    private static List<String> services(Collection<Unit> units) {
        return units.stream()
                .flatMap(unit -> unit.service().stream())
                .distinct()
                .collect(Collectors.toList());
    }
}
