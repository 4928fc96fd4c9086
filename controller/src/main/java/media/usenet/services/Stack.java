package media.usenet.services;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import media.usenet.catalog.Catalog;
import media.usenet.catalog.CatalogFiles;
import media.usenet.compose.ComposeFile;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.Image;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.plan.Decision.RouteThrough;
import media.usenet.plan.PlannedService;
import media.usenet.plan.Planner;
import media.usenet.plan.StackPlan;
import media.usenet.services.StackPreview.Action;
import media.usenet.services.StackPreview.ServicePreview;
import media.usenet.services.StackPreview.Told;
import media.usenet.settings.SettingsFolder;
import media.usenet.settings.StackSettings;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The stack as it is wanted, and how that differs from what runs.
@Component
final class Stack {

    private final SettingsFolder settings;
    private final CatalogFiles catalog;
    private final FactsReader facts;
    private final DockerEngine engine;
    private final GeneratedStack generated;
    private final ComposeJudge judge;

    Stack(
            SettingsFolder settings,
            CatalogFiles catalog,
            FactsReader facts,
            DockerEngine engine,
            GeneratedStack generated,
            ComposeJudge judge) {
        this.settings = settings;
        this.catalog = catalog;
        this.facts = facts;
        this.engine = engine;
        this.generated = generated;
        this.judge = judge;
    }

    Catalog catalog() {
        return catalog.load();
    }

    /// The plan of this moment. An engine that does not answer does not keep anyone from planning.
    StackPlan plan() {
        return read().plan();
    }

    /// @param reading the facts that the plan was made from
    record Planned(StackPlan plan, ComposeFile file, FactsReader.Reading reading) {}

    Planned read() {
        return read(settings.current());
    }

    /// The plan for other settings than those that stand in the file.
    Planned read(StackSettings wanted) {
        var reading = facts.read(wanted.folders().pool());
        var plan = Planner.plan(reading.facts(), catalog.load(), wanted);
        return new Planned(plan, ComposeFile.of(plan), reading);
    }

    /// What `up` would change now.
    StackPreview preview(Targets targets) {
        return preview(read(), targets);
    }

    StackPreview preview(Planned planned, Targets targets) {
        var findings = new ArrayList<>(planned.plan().findings());
        planned.reading()
                .unreachable()
                .map(e -> new Finding(e.problem().name(), Severity.ERROR, e.detail(), e.remedy()))
                .ifPresent(findings::addFirst);
        var services = planned.plan().blockers().isEmpty() ? services(planned, targets) : List.<ServicePreview>of();
        return StackPreview.of(
                services, planned.plan().decisions(), findings, planned.plan().blockers());
    }

    private List<ServicePreview> services(Planned planned, Targets targets) {
        var names = planned.plan().withStartedBefore(targets.in(planned.plan()));
        var containers = new HashMap<String, Container>();
        planned.reading().containers().forEach(container -> containers.put(container.service(), container));
        // What Compose would refuse is refused here already, also when there is no container to compare yet.
        var hashes =
                planned.reading().unreachable().isEmpty() ? judge.hashes(planned.file()) : Map.<String, String>of();
        var images = containers.isEmpty() ? Map.<String, Image>of() : images(planned.file());
        var before = generated.services();
        var previews = new ArrayList<ServicePreview>();
        for (var service : planned.plan().services()) {
            var container = containers.remove(service.name());
            if (names.contains(service.name())) {
                var after = planned.file().services().getOrDefault(service.name(), Map.of());
                previews.add(preview(service, container, hashes, images, before, after));
            }
        }
        recreateBehindVpn(planned, previews);
        if (targets.all()) {
            containers.keySet().stream()
                    .sorted()
                    .map(name -> new ServicePreview(name, Action.REMOVE, List.of(), List.of()))
                    .forEach(previews::add);
        }
        return previews;
    }

    /// A container that shares another's network holds on to that very container: it goes when that one does.
    private static void recreateBehindVpn(Planned planned, List<ServicePreview> previews) {
        var anew = previews.stream()
                .filter(preview -> preview.action() == Action.RECREATE || preview.action() == Action.CREATE)
                .map(ServicePreview::name)
                .collect(Collectors.toSet());
        previews.replaceAll(preview -> planned.plan()
                .find(preview.name())
                .flatMap(Stack::route)
                .filter(route -> anew.contains(route.service()))
                .filter(_ -> preview.action() == Action.NONE || preview.action() == Action.START)
                .map(route -> new ServicePreview(
                        preview.name(),
                        Action.RECREATE,
                        List.of(new Difference(
                                "network_mode", "the old " + route.service(), "the new " + route.service())),
                        preview.decisions()))
                .orElse(preview));
    }

    private static Optional<RouteThrough> route(PlannedService service) {
        return service.decisions().stream()
                .filter(RouteThrough.class::isInstance)
                .map(RouteThrough.class::cast)
                .findFirst();
    }

    private static ServicePreview preview(
            PlannedService service,
            @Nullable Container container,
            Map<String, String> hashes,
            Map<String, Image> images,
            Map<String, Map<String, Object>> before,
            Map<String, Object> after) {
        var decisions = service.decisions().stream().map(Told::of).toList();
        if (container == null) {
            return new ServicePreview(service.name(), Action.CREATE, List.of(), decisions);
        }
        var image = images.get(String.valueOf(after.get("image")));
        boolean newer = image != null && !image.id().equals(container.imageId());
        boolean changed = !container.configHash().equals(hashes.get(service.name()));
        if (newer || changed) {
            var old = before.getOrDefault(service.name(), Map.of());
            return new ServicePreview(service.name(), Action.RECREATE, reasons(old, after, newer), decisions);
        }
        var action = container.running() ? Action.NONE : Action.START;
        return new ServicePreview(service.name(), action, List.of(), decisions);
    }

    private static List<Difference> reasons(Map<String, Object> before, Map<String, Object> after, boolean newer) {
        var differences = new ArrayList<>(Difference.between(before, after));
        if (newer && differences.isEmpty()) {
            differences.add(new Difference("image", "as pulled before", "as pulled since"));
        }
        if (differences.isEmpty()) {
            differences.add(new Difference("compose.override.yaml", "as it was", "as it is now"));
        }
        return differences;
    }

    private Map<String, Image> images(ComposeFile file) {
        return engine.images(file.services().values().stream()
                .map(service -> String.valueOf(service.get("image")))
                .toList());
    }
}
