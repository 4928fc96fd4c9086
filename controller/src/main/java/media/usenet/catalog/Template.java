package media.usenet.catalog;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import media.usenet.problem.Flaw;
import media.usenet.yaml.Spelling;
import media.usenet.yaml.YamlFile;
import media.usenet.yaml.YamlMap;

/// One template file while it is read: what it says, and what is wrong with it.
final class Template {

    private final YamlMap root;
    private final YamlMap facts;
    private final Containers containers;
    private final ServiceDefinition service;

    private Template(String name, YamlMap root) {
        this.root = root;
        if (!name.matches("[a-z0-9][a-z0-9_-]*")) {
            root.flaw("", "must be called by a service's name: small letters, digits and dashes");
        }
        this.containers = new Containers(name, root);
        this.facts = root.map("x-stack");
        this.service = new StackFacts(facts).service(name, containers.plain());
        root.keys().stream().filter(key -> key.startsWith("x-")).forEach(root::plain);
    }

    static Template read(Path file) {
        return new Template(name(file), YamlFile.read(file.toString(), file));
    }

    /// The service that a file is about: its name without the ending.
    static String name(Path file) {
        return file.getFileName().toString().replaceFirst("\\.ya?ml$", "");
    }

    ServiceDefinition service() {
        return service;
    }

    /// Notes every name under the key that is none of those known.
    void checkNames(String key, Collection<String> names, Set<String> known) {
        for (var name : names) {
            if (!known.contains(name)) {
                var suggestion = Spelling.nearest(name, known)
                        .map("; did you mean '%s'?"::formatted)
                        .orElse("");
                facts.flaw(key, "there is no service '%s'%s".formatted(name, suggestion));
            }
        }
    }

    void flaw(String key, String message) {
        facts.flaw(key, message);
    }

    void checkPorts(Map<String, String> defaults) {
        containers.checkPorts(defaults);
    }

    void checkVariables(Set<String> known) {
        containers.checkVariables(known);
        Containers.checkVariables(facts, "files", service.files(), known);
    }

    /// Everything found wrong, unknown keys included.
    List<Flaw> finish() {
        return root.finish();
    }
}
