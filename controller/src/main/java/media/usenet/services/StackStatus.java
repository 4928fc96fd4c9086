package media.usenet.services;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Gatherers;
import media.usenet.catalog.Catalog;
import media.usenet.catalog.ServiceDefinition;
import media.usenet.catalog.ServiceDefinition.Category;
import media.usenet.catalog.ServiceDefinition.Standing;
import media.usenet.composer.Compose;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.DockerProperties;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.plan.HealthPlan;
import media.usenet.plan.PlannedService;
import media.usenet.plan.StackPlan;
import media.usenet.services.ServiceState.Condition;
import media.usenet.services.ServiceState.State;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// How the stack stands now.
@Component
final class StackStatus {

    private static final int ASKED_AT_ONCE = 16;

    private final Stack stack;
    private final DockerEngine engine;
    private final Compose compose;
    private final String project;
    private final ServiceProbe probe;

    StackStatus(Stack stack, DockerEngine engine, Compose compose, DockerProperties docker, ServiceProbe probe) {
        this.stack = stack;
        this.engine = engine;
        this.compose = compose;
        this.project = docker.project();
        this.probe = probe;
    }

    record Listing(List<Listed> services) {}

    /// @param url where its pages open; null without any, or when it does not run in this stack
    record Listed(
            String name,
            String title,
            Category category,
            Standing standing,
            boolean enabled,
            State state,
            Condition health,
            String image,
            @Nullable String url,
            @Nullable Instant since,
            @Nullable String replacedBy) {}

    record EngineVersions(String version, String compose) {}

    /// @param score the mean of the services'
    record Report(
            int score,
            int running,
            int healthy,
            int enabled,
            EngineVersions engine,
            List<ServiceState> services,
            List<Finding> findings) {}

    /// @param cpuPercent of one CPU: 200 is two CPUs all the time
    record ServiceStats(
            String name,
            double cpuPercent,
            long memoryBytes,
            long memoryLimitBytes,
            long networkReadBytes,
            long networkWrittenBytes,
            long diskReadBytes,
            long diskWrittenBytes,
            long processes) {}

    record Stats(List<ServiceStats> services) {}

    /// @param all the rest of the catalog too
    Listing list(boolean all) {
        var plan = stack.plan();
        var containers = byService(engine.containers(project));
        var listed = new ArrayList<Listed>();
        plan.services().stream()
                .gather(Gatherers.mapConcurrent(
                        ASKED_AT_ONCE, service -> listed(service, containers.get(service.name()), containers)))
                .forEach(listed::add);
        if (all) {
            stack.catalog().all().stream()
                    .filter(service -> plan.find(service.name()).isEmpty())
                    .map(service -> notEnabled(service, stack.catalog()))
                    .forEach(listed::add);
        }
        listed.sort(Comparator.comparing(Listed::name));
        return new Listing(listed);
    }

    /// @param asking whether every service is asked itself; else Docker's word is taken where it has one
    Report report(Targets targets, boolean asking) {
        var plan = stack.plan();
        var names = targets.in(plan);
        var containers = byService(engine.containers(project));
        var states = states(plan, names, containers, asking);
        int running = (int)
                states.stream().filter(state -> state.state() == State.RUNNING).count();
        int healthy = (int) states.stream()
                .filter(state -> state.health() == Condition.HEALTHY)
                .count();
        int score = (int) Math.round(
                states.stream().mapToInt(ServiceState::score).average().orElse(0));
        var versions =
                new EngineVersions(engine.info().version(), compose.version().number());
        return new Report(score, running, healthy, states.size(), versions, states, findings(states));
    }

    Stats stats(Targets targets) {
        var names = targets.in(stack.plan());
        var containers = engine.containers(project).stream()
                .filter(container -> names.contains(container.service()))
                .toList();
        return new Stats(engine.stats(containers).stream()
                .map(stats -> new ServiceStats(
                        stats.container().service(),
                        Math.round(stats.cpuPercent() * 10) / 10.0,
                        stats.usage().memoryBytes(),
                        stats.usage().memoryLimitBytes(),
                        stats.usage().networkReadBytes(),
                        stats.usage().networkWrittenBytes(),
                        stats.usage().diskReadBytes(),
                        stats.usage().diskWrittenBytes(),
                        stats.usage().processes()))
                .toList());
    }

    private List<ServiceState> states(
            StackPlan plan, Set<String> names, Map<String, Container> containers, boolean asking) {
        return plan.services().stream()
                .filter(service -> names.contains(service.name()))
                .gather(Gatherers.mapConcurrent(ASKED_AT_ONCE, service -> state(service, containers, asking)))
                .toList();
    }

    private ServiceState state(PlannedService service, Map<String, Container> containers, boolean asking) {
        var container = Optional.ofNullable(containers.get(service.name()));
        var state = ServiceState.of(service.name(), container);
        if (!asking && HealthPlan.known(service.definition())) {
            return state;
        }
        return container
                .filter(Container::running)
                .flatMap(running -> probe.ask(service, running))
                .map(state::asked)
                .orElse(state);
    }

    private static List<Finding> findings(List<ServiceState> states) {
        return states.stream().flatMap(state -> finding(state).stream()).toList();
    }

    private static Optional<Finding> finding(ServiceState state) {
        var text =
                "%s is %s: %s".formatted(state.name(), state.state().name().toLowerCase(Locale.ROOT), state.because());
        var logs = "usenet services logs %s --tail 50".formatted(state.name());
        return switch (state.state()) {
            case ABSENT -> Optional.of(new Finding("SERVICE_ABSENT", Severity.ERROR, text, "usenet services up"));
            case STOPPED -> Optional.of(new Finding("SERVICE_STOPPED", Severity.ERROR, text, logs));
            case RESTARTING -> Optional.of(new Finding("SERVICE_RESTARTING", Severity.ERROR, text, logs));
            case PAUSED ->
                Optional.of(new Finding(
                        "SERVICE_PAUSED", Severity.WARNING, text, "usenet services restart " + state.name()));
            case RUNNING ->
                state.health() == Condition.UNHEALTHY
                        ? Optional.of(new Finding(
                                "SERVICE_UNHEALTHY",
                                Severity.ERROR,
                                "%s is unhealthy: %s".formatted(state.name(), state.because()),
                                logs))
                        : Optional.empty();
        };
    }

    private Listed listed(PlannedService service, @Nullable Container container, Map<String, Container> containers) {
        var state = state(service, containers, false);
        var definition = service.definition();
        return new Listed(
                service.name(),
                service.name().equals(definition.name()) ? definition.title() : "part of " + definition.name(),
                definition.category(),
                definition.standing(),
                true,
                state.state(),
                state.health(),
                container == null ? String.valueOf(service.template().get("image")) : container.image(),
                service.url().isEmpty() ? null : service.url(),
                state.since(),
                definition.replacedBy().orElse(null));
    }

    private static Listed notEnabled(ServiceDefinition service, Catalog catalog) {
        return new Listed(
                service.name(),
                service.title(),
                service.category(),
                service.standing(),
                false,
                State.ABSENT,
                Condition.UNKNOWN,
                catalog.image(service).orElse(""),
                null,
                null,
                service.replacedBy().orElse(null));
    }

    private static Map<String, Container> byService(List<Container> containers) {
        return containers.stream()
                .collect(Collectors.toMap(Container::service, Function.identity(), (first, _) -> first));
    }
}
