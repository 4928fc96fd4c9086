package media.usenet.drives;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.holders.ContainerViews;
import media.usenet.holders.PoolView;
import media.usenet.problem.ProblemException;
import media.usenet.storage.Mounts;
import org.jspecify.annotations.Nullable;

/// Which containers bind the pool, and whether drives that come later appear in them: told by the kernel's own table of
/// what is mounted in each, not by what was once asked for.
final class PoolViews {

    private final DockerEngine engine;
    private final ContainerViews views;
    private final PoolKeeper pool;
    private final Mounts mounts;

    PoolViews(DockerEngine engine, ContainerViews views, PoolKeeper pool, Mounts mounts) {
        this.engine = engine;
        this.views = views;
        this.pool = pool;
        this.mounts = mounts;
    }

    /// @param service null for a container that Compose did not make
    record View(
            @Nullable String service,
            String container,
            boolean sees,
            String because,
            @JsonIgnore PoolView view) {

        Optional<Finding> finding() {
            return switch (view) {
                case RSLAVE, RSHARED -> Optional.empty();
                case RPRIVATE ->
                    Optional.of(blind(
                            "CONTAINER_NOT_SLAVE",
                            "make it anew with propagation rslave; one of this stack: usenet services up"));
                case EARLIER ->
                    Optional.of(blind(
                            "CONTAINER_TOO_OLD",
                            service == null ? "docker restart " + container : "usenet services restart " + service));
            };
        }

        private Finding blind(String code, String remedy) {
            var text = "%s does not see drives that come later: it is %s".formatted(container, because);
            return new Finding(code, Severity.ERROR, text, remedy);
        }
    }

    /// Those that run and bind the pool; none while the engine does not answer.
    List<View> all() {
        var root = pool.facts().root();
        var host = mounts.all();
        return containers().stream()
                .sorted(Comparator.comparing(Container::name))
                .flatMap(container -> views.of(container.pid(), host, root).map(view -> view(container, view)).stream())
                .toList();
    }

    private List<Container> containers() {
        try {
            return engine.running();
        } catch (ProblemException _) {
            // Whether the engine answers is told elsewhere; drives are looked after without it.
            return List.of();
        }
    }

    private static View view(Container container, PoolView view) {
        var service = container.service().isEmpty() ? null : container.service();
        return new View(service, container.name(), view.sees(), view.because(), view);
    }
}
