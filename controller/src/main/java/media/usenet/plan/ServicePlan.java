package media.usenet.plan;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.catalog.ServiceDefinition;
import media.usenet.catalog.ServiceDefinition.Demand;
import media.usenet.plan.Decision.AddEnvironment;
import media.usenet.plan.Decision.Bind;
import media.usenet.plan.Decision.JoinNetwork;
import media.usenet.plan.Decision.RouteThrough;
import media.usenet.plan.Decision.RunService;
import media.usenet.plan.Decision.StartAfter;
import media.usenet.plan.Decision.UseImage;
import media.usenet.plan.Decision.Wait;
import media.usenet.settings.StackSettings;
import media.usenet.settings.StackSettings.ServiceSettings;

/// The decisions about one container: those that need no other container's.
final class ServicePlan {

    private final StackSettings settings;
    private final Selection selection;
    private final Map<String, ServiceDefinition> definitions;
    private final Limits limits;
    private final GpuPlan gpus;
    private final HealthPlan health;
    private final DataTree tree;

    ServicePlan(
            StackSettings settings,
            Selection selection,
            Map<String, ServiceDefinition> definitions,
            Limits limits,
            GpuPlan gpus,
            HealthPlan health,
            DataTree tree) {
        this.settings = settings;
        this.selection = selection;
        this.definitions = definitions;
        this.limits = limits;
        this.gpus = gpus;
        this.health = health;
        this.tree = tree;
    }

    /// The container that carries the service's own name.
    List<Decision> main(ServiceDefinition service, Map<String, Object> template) {
        var wanted = settings.service(service.name());
        var decisions = new ArrayList<Decision>();
        decisions.add(new RunService(service.name(), selection.reasons().getOrDefault(service.name(), "")));
        wanted.image().ifPresent(image -> decisions.add(new UseImage(image, "stack.yaml asks for it")));
        if (!wanted.environment().isEmpty()) {
            decisions.add(new AddEnvironment(wanted.environment(), "stack.yaml asks for it"));
        }
        if (service.transcodes()) {
            decisions.addAll(
                    wanted.gpu()
                            ? gpus.decisions()
                            : List.of(new Decision.EncodeInSoftware("stack.yaml keeps it off the GPU")));
        }
        decisions.addAll(Reach.of(template));
        decisions.add(limits.of(service.demand(), wanted));
        health.of(service).ifPresent(decisions::add);
        decisions.addAll(binds(template));
        decisions.addAll(networks(service, template, wanted));
        decisions.addAll(order(service, wanted));
        return decisions;
    }

    /// A companion: a database beside its service.
    List<Decision> companion(String name, ServiceDefinition service, Map<String, Object> template) {
        var decisions = new ArrayList<Decision>();
        decisions.add(new RunService(name, service.name() + " needs it"));
        decisions.addAll(Reach.of(template));
        decisions.add(limits.of(Demand.LIGHT, ServiceSettings.DEFAULT));
        decisions.addAll(binds(template));
        decisions.addAll(networks(service, template, ServiceSettings.DEFAULT));
        Optional.ofNullable(service.companionsWith().get(name))
                .ifPresent(with -> decisions.add(after(with, "it reads from " + with)));
        return decisions;
    }

    private List<Bind> binds(Map<String, Object> template) {
        var binds = new ArrayList<Bind>();
        if (template.get("volumes") instanceof List<?> volumes) {
            for (var volume : volumes) {
                binds.addAll(bind(String.valueOf(volume)));
            }
        }
        return binds;
    }

    private List<Bind> bind(String volume) {
        var parts = volume.split(":", -1);
        if (parts.length < 2 || !parts[0].startsWith("/")) {
            return List.of();
        }
        boolean readOnly = parts.length > 2 && List.of(parts[2].split(",")).contains("ro");
        if (parts[1].equals(DataTree.TARGET)) {
            return tree.binds(readOnly);
        }
        if (parts[0].startsWith(settings.folders().config() + "/")) {
            return List.of(new Bind(parts[0], parts[1], readOnly, Optional.empty(), "its configuration stays there"));
        }
        return List.of();
    }

    private List<Decision> networks(ServiceDefinition service, Map<String, Object> template, ServiceSettings wanted) {
        if (template.containsKey("network_mode")) {
            return List.of();
        }
        if (wanted.vpn() && service.vpnCapable()) {
            return List.of(new RouteThrough(Selection.VPN, "stack.yaml asks for it"));
        }
        return service.networks().stream()
                .<Decision>map(network -> new JoinNetwork(network, "others of this role talk to it"))
                .toList();
    }

    private List<Decision> order(ServiceDefinition service, ServiceSettings wanted) {
        var first = new LinkedHashMap<String, Decision>();
        service.containers().keySet().stream()
                .filter(name -> !name.equals(service.name())
                        && !service.companionsWith().containsKey(name))
                .forEach(name -> first.put(
                        name, new StartAfter(name, wait(hasCheck(service, name)), "it keeps its data there")));
        if (wanted.vpn() && service.vpnCapable()) {
            first.put(Selection.VPN, after(Selection.VPN, "its traffic goes through it"));
        }
        service.needs().forEach(name -> first.put(name, after(name, "it cannot work without it")));
        service.after().stream()
                .filter(selection::runs)
                .forEach(name -> first.putIfAbsent(name, new StartAfter(name, softly(name), "it uses it")));
        return List.copyOf(first.values());
    }

    private StartAfter after(String name, String because) {
        return new StartAfter(name, wait(isKnown(name)), because);
    }

    private Wait softly(String name) {
        return isKnown(name) && health.mayFail() ? Wait.HEALTHY_OR_FAILED : Wait.STARTED;
    }

    private static Wait wait(boolean checked) {
        return checked ? Wait.HEALTHY : Wait.STARTED;
    }

    /// Whether the engine is told how healthy it is.
    private boolean isKnown(String name) {
        return Optional.ofNullable(definitions.get(name)).map(HealthPlan::known).orElse(false);
    }

    private static boolean hasCheck(ServiceDefinition service, String companion) {
        return Optional.ofNullable(service.containers().get(companion))
                .map(container -> container.containsKey("healthcheck"))
                .orElse(false);
    }
}
