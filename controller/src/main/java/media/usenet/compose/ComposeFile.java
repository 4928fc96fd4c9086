package media.usenet.compose;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import media.usenet.plan.Decision;
import media.usenet.plan.StackPlan;
import tools.jackson.dataformat.yaml.YAMLMapper;
import tools.jackson.dataformat.yaml.YAMLWriteFeature;

/// The Compose file of a plan: a model of maps and lists, and its text. Keys stand in a fixed order, so that a
/// difference
/// between two files is a difference in meaning.
public final class ComposeFile {

    private static final String HEADER = """
            # Written by the controller from its plan; written anew at every `usenet services up`.
            # Your own changes belong in compose.override.yaml beside stack.yaml.
            """;

    // Every text is quoted: Compose v1 reads YAML 1.1, where a plain 12:30 is a number and a plain no is false.
    private static final YAMLMapper YAML = YAMLMapper.builder()
            .disable(YAMLWriteFeature.WRITE_DOC_START_MARKER, YAMLWriteFeature.SPLIT_LINES)
            .enable(YAMLWriteFeature.INDENT_ARRAYS_WITH_INDICATOR)
            .build();

    private final Map<String, Map<String, Object>> services;
    private final Map<String, Object> networks;

    private ComposeFile(Map<String, Map<String, Object>> services, Map<String, Object> networks) {
        this.services = services;
        this.networks = networks;
    }

    public static ComposeFile of(StackPlan plan) {
        var services = new TreeMap<String, Map<String, Object>>();
        plan.services().forEach(service -> services.put(service.name(), ServiceModel.of(service, plan.decisions())));
        return new ComposeFile(services, networks(plan));
    }

    /// Each Compose service as maps and lists, by name.
    public Map<String, Map<String, Object>> services() {
        return services;
    }

    public String text() {
        var model = new LinkedHashMap<String, Object>();
        model.put("services", services);
        if (!networks.isEmpty()) {
            model.put("networks", networks);
        }
        return HEADER + YAML.writeValueAsString(model);
    }

    private static Map<String, Object> networks(StackPlan plan) {
        var names = new TreeSet<String>();
        for (var service : plan.services()) {
            service.decisions().stream()
                    .filter(Decision.JoinNetwork.class::isInstance)
                    .map(decision -> ((Decision.JoinNetwork) decision).name())
                    .forEach(names::add);
        }
        var networks = new TreeMap<String, Object>();
        names.forEach(name -> networks.put(name, Map.of("driver", "bridge")));
        return networks;
    }
}
