package media.usenet.services;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import media.usenet.host.WholeFile;
import media.usenet.plan.StackPlan;
import media.usenet.problem.Problem;
import media.usenet.yaml.YamlFile;

/// The folder of generated files: `compose.yaml`, its private `.env`, and the ports that were given.
final class GeneratedStack {

    private static final int HIGHEST_PORT = 65_535;

    private final Path folder;
    private final String project;

    GeneratedStack(Path folder, String project) {
        this.folder = folder;
        this.project = project;
    }

    Path folder() {
        return folder;
    }

    Path composeFile() {
        return folder.resolve("compose.yaml");
    }

    /// The secrets, where Compose looks for them by itself.
    Path environment() {
        return folder.resolve(".env");
    }

    boolean exists() {
        return Files.exists(composeFile());
    }

    /// The services as they were last applied, by name.
    @SuppressWarnings("unchecked")
    Map<String, Map<String, Object>> services() {
        if (!exists()) {
            return Map.of();
        }
        var services = new TreeMap<String, Map<String, Object>>();
        var written = YamlFile.read(composeFile()).map("services");
        for (var name : written.orderedKeys()) {
            services.put(name, (Map<String, Object>) written.plain(name));
        }
        return services;
    }

    /// The ports that earlier plans gave, by template variable.
    ///
    /// @throws media.usenet.problem.ProblemException `FILE_NOT_READ` when someone has damaged their file
    Map<String, Integer> ports() {
        var ports = new LinkedHashMap<String, Integer>();
        if (Files.exists(portsFile())) {
            var written = YamlFile.read(portsFile().toString(), portsFile());
            written.orderedKeys()
                    .forEach(name ->
                            written.optionalInteger(name, 1, HIGHEST_PORT).ifPresent(port -> ports.put(name, port)));
            written.check(Problem.FILE_NOT_READ, "remove it: ports are then chosen anew");
        }
        return ports;
    }

    private Path portsFile() {
        return folder.resolve("ports.yaml");
    }

    void writeEnvironment(Map<String, String> secrets) {
        var variables = new TreeMap<>(secrets);
        // So that `docker compose` means the same stack when a person types it in this folder.
        variables.put("COMPOSE_PROJECT_NAME", project);
        WholeFile.writePrivate(environment(), SecretStore.lines(variables));
    }

    /// Makes the text the stack.
    void accept(String text, StackPlan plan) {
        var ports = new StringBuilder();
        plan.ports().forEach((name, port) -> ports.append("%s: %d\n".formatted(name, port)));
        WholeFile.write(portsFile(), ports.toString());
        WholeFile.write(composeFile(), text);
    }
}
