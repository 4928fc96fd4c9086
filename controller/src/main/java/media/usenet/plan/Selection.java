package media.usenet.plan;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import media.usenet.catalog.Catalog;
import media.usenet.catalog.ServiceDefinition;
import media.usenet.catalog.ServiceDefinition.Standing;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import media.usenet.problem.Flaw;
import media.usenet.settings.StackSettings;
import media.usenet.yaml.Spelling;

/// Which services run, and why.
///
/// @param reasons the services that run, by name
record Selection(Map<String, String> reasons, List<Finding> findings, List<Flaw> blockers) {

    static final String VPN = "gluetun";

    static Selection of(Catalog catalog, StackSettings settings) {
        var selection = new Selection(new TreeMap<>(), new ArrayList<>(), new ArrayList<>());
        selection.refuseUnknown(catalog, settings);
        for (var service : catalog.all()) {
            wanted(service, settings).ifPresent(reason -> selection.reasons.put(service.name(), reason));
        }
        selection.addNeeded(catalog, settings);
        selection.tellRetired(catalog);
        return selection;
    }

    boolean runs(String service) {
        return reasons.containsKey(service);
    }

    private static Optional<String> wanted(ServiceDefinition service, StackSettings settings) {
        var enabled = settings.service(service.name()).enabled();
        if (enabled.isPresent()) {
            return enabled.get() ? Optional.of("stack.yaml enables it") : Optional.empty();
        }
        return service.standing() == Standing.DEFAULT
                ? Optional.of("it is part of the default stack")
                : Optional.empty();
    }

    private void refuseUnknown(Catalog catalog, StackSettings settings) {
        settings.services().keySet().stream()
                .filter(name -> catalog.find(name).isEmpty())
                .sorted(Comparator.naturalOrder())
                .map(name ->
                        new Flaw("stack.yaml", "services." + name, "there is no such service" + meant(name, catalog)))
                .forEach(blockers::add);
    }

    private static String meant(String name, Catalog catalog) {
        return Spelling.nearest(name, catalog.services().keySet())
                .map("; did you mean '%s'?"::formatted)
                .orElse("; `usenet services list --all` lists them");
    }

    private void addNeeded(Catalog catalog, StackSettings settings) {
        var waiting = new ArrayList<>(reasons.keySet());
        while (!waiting.isEmpty()) {
            var name = waiting.removeFirst();
            for (var need : needs(catalog, settings, name)) {
                if (reasons.putIfAbsent(need, name + " needs it") == null) {
                    waiting.add(need);
                }
            }
        }
    }

    private static List<String> needs(Catalog catalog, StackSettings settings, String name) {
        var needs =
                new ArrayList<>(catalog.find(name).map(ServiceDefinition::needs).orElse(List.of()));
        if (settings.service(name).vpn()) {
            needs.add(VPN);
        }
        return needs.stream().filter(need -> catalog.find(need).isPresent()).toList();
    }

    private void tellRetired(Catalog catalog) {
        for (var name : reasons.keySet()) {
            var service = catalog.services().get(name);
            if (service != null && service.standing() == Standing.RETIRED) {
                var instead = service.replacedBy()
                        .map(other -> "enable " + other + " instead")
                        .orElse("disable it");
                findings.add(new Finding(
                        "SERVICE_RETIRED",
                        Severity.NOTICE,
                        "%s is no longer developed".formatted(name),
                        instead + " under services in stack.yaml"));
            }
        }
    }

    static String variable(String service, String ending) {
        return service.toUpperCase(Locale.ROOT).replace('-', '_') + "_" + ending;
    }
}
