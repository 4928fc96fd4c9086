package media.usenet.catalog;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All services that can be run, by name, in alphabetical order, and the default values of their templates' variables.
public record Catalog(Map<String, ServiceDefinition> services, Map<String, String> defaults) {

    public Catalog {
        services = new LinkedHashMap<>(services);
        defaults = Map.copyOf(defaults);
    }

    public Optional<ServiceDefinition> find(String name) {
        return Optional.ofNullable(services.get(name));
    }

    public Collection<ServiceDefinition> all() {
        return List.copyOf(services.values());
    }

    /// The image that a service's template names, with its pinned version; empty for one that is built.
    public Optional<String> image(ServiceDefinition service) {
        return Optional.ofNullable(service.container().get("image"))
                .map(image -> TemplateVariables.fill(image.toString(), defaults));
    }
}
