package media.usenet.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import media.usenet.yaml.Spelling;
import media.usenet.yaml.YamlMap;
import org.jspecify.annotations.Nullable;

/// The `services` block of a template. What stands in a container is Compose's business, but for the little that the
/// planner relies on: a name, an image, ports, variables that have a value.
final class Containers {

    private final List<Container> containers = new ArrayList<>();

    /// @param main what the template's own container must be called
    Containers(String main, YamlMap root) {
        var services = root.map("services");
        if (services.has(main)) {
            read(main, services);
        } else {
            root.flaw("services", "must hold '%s', as the file is called".formatted(main));
        }
        for (var name : services.orderedKeys()) {
            if (!name.equals(main)) {
                read(name, services);
            }
        }
    }

    private void read(String name, YamlMap services) {
        var keys = services.optionalMap(name);
        var plain = keys.map(YamlMap::plain).orElse(Map.of());
        var isMapping = keys.isPresent() || services.plain(name) == null;
        if (isMapping && !plain.containsKey("image") && !plain.containsKey("build")) {
            services.flaw(name, "must have an image or a build");
        }
        keys.ifPresent(present -> containers.add(new Container(name, present, plain)));
    }

    /// By name, the template's own first.
    Map<String, Map<String, Object>> plain() {
        var plain = new LinkedHashMap<String, Map<String, Object>>();
        containers.forEach(container -> plain.put(container.name(), container.plain()));
        return Collections.unmodifiableMap(plain);
    }

    /// Notes ports out of range, as they are with the default values.
    void checkPorts(Map<String, String> defaults) {
        for (var container : containers) {
            if (container.plain().get("ports") instanceof List<?> ports) {
                ports.stream()
                        .flatMap(entry -> PortMapping.flaw(entry, defaults).stream())
                        .forEach(message -> container.keys().flaw("ports", message));
            }
        }
    }

    /// Notes variables that would be empty when Compose reads the stack.
    void checkVariables(Set<String> known) {
        for (var container : containers) {
            container.plain().forEach((key, value) -> checkVariables(container.keys(), key, value, known));
        }
    }

    static void checkVariables(YamlMap map, String key, @Nullable Object value, Set<String> known) {
        var unknown = new TreeSet<>(TemplateVariables.needed(value));
        unknown.removeAll(known);
        for (var variable : unknown) {
            var suggestion = Spelling.nearest(variable, known)
                    .map("; did you mean '%s'?"::formatted)
                    .orElse("");
            map.flaw(key, "${%s} has no value in an .env and is no secret%s".formatted(variable, suggestion));
        }
    }

    private record Container(String name, YamlMap keys, Map<String, Object> plain) {}
}
