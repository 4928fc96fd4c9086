package media.usenet.plan;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import media.usenet.catalog.Catalog;
import media.usenet.catalog.ServiceDefinition;
import media.usenet.catalog.ServiceDefinition.SecretDefinition;
import media.usenet.catalog.TemplateVariables;

/// A secret that some running service reads: its own, or the key of another one that it talks to.
///
/// @param service whose secret it is
record SecretUse(String service, SecretDefinition definition) {

    static List<SecretUse> of(Catalog catalog, List<ServiceDefinition> running) {
        var read = new HashSet<String>();
        running.forEach(service -> read.addAll(read(service)));
        return catalog.all().stream()
                .flatMap(service -> service.secrets().stream().map(secret -> new SecretUse(service.name(), secret)))
                .filter(use -> read.contains(use.definition().name()))
                .sorted(Comparator.comparing(use -> use.definition().name()))
                .toList();
    }

    private static Set<String> read(ServiceDefinition service) {
        var names = new HashSet<String>();
        service.secrets().forEach(secret -> names.add(secret.name()));
        names.addAll(TemplateVariables.needed(service.containers()));
        names.addAll(TemplateVariables.needed(service.files()));
        return names;
    }
}
