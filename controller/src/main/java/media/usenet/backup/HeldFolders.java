package media.usenet.backup;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import media.usenet.catalog.CatalogFiles;
import media.usenet.docker.Container;
import media.usenet.event.Step;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
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

    void relocate(Collection<Unit> units, Map<String, String> folders, Consumer<Step> tell) {
        if (folders.isEmpty()) {
            return;
        }
        var running = stack.containers().stream()
                .filter(Container::running)
                .filter(container -> Relocation.knows(container.service()))
                .filter(container -> services(units).contains(container.service()))
                .toList();
        for (var container : running) {
            folders.forEach((from, to) -> relocation
                    .relocate(container, from, to)
                    .forEach(changed -> tell.accept(Step.of(container.service(), changed))));
        }
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
