package media.usenet.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import media.usenet.host.WholeFile;
import media.usenet.plan.StackPlan;
import media.usenet.yaml.EnvFile;
import media.usenet.yaml.YamlFile;

/// The folder of generated files: `compose.yaml`, its private `.env`, and the ports that were given.
final class GeneratedStack {

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
    Map<String, Integer> ports() {
        try {
            var file = folder.resolve("ports.env");
            var text = Files.exists(file) ? Files.readString(file) : "";
            var ports = new LinkedHashMap<String, Integer>();
            EnvFile.parse("ports.env", text)
                    .variables()
                    .forEach((name, port) -> ports.put(name.replace("__", ":"), Integer.parseInt(port)));
            return ports;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
        plan.ports().forEach((name, port) -> ports.append("%s=%d\n".formatted(name.replace(":", "__"), port)));
        WholeFile.write(folder.resolve("ports.env"), ports.toString());
        WholeFile.write(composeFile(), text);
    }
}
