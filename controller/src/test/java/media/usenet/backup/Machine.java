package media.usenet.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import media.usenet.ControllerApplication;
import media.usenet.api.RunningController;
import media.usenet.api.Sample;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.Image;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.pool.PoolRemoval;
import media.usenet.scope.Scope;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/// A machine of its own as far as a stack can tell: other folders, another Compose project, a controller.
final class Machine implements AutoCloseable {

    final Path folder;
    final String project;
    private final ConfigurableApplicationContext context;
    private final RunningController http;

    private Machine(Path folder, String project, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.project = project;
        this.context = context;
        var port = context.getEnvironment().getProperty("local.server.port", Integer.class, 0);
        this.http = new RunningController(port, folder);
    }

    static Machine start(Path folder, String project, String... more) {
        var properties = new LinkedHashMap<String, Object>();
        RunningController.withDrives(folder, (name, value) -> properties.put(name, value.get()));
        properties.put("backup.policies", "../backups");
        properties.put("docker.project", project);
        properties.put("server.port", 0);
        for (int i = 0; i < more.length; i += 2) {
            properties.put(more[i], more[i + 1]);
        }
        var arguments = properties.entrySet().stream()
                .map(entry -> "--" + entry.getKey() + "=" + entry.getValue())
                .toArray(String[]::new);
        return new Machine(folder, project, new SpringApplicationBuilder(ControllerApplication.class).run(arguments));
    }

    RunningController http() {
        return http;
    }

    Path settings() {
        return folder.resolve("settings");
    }

    /// Where the applications' folders are by its settings.
    Path apps() {
        return context.getBean(Scope.class).apps();
    }

    DockerEngine engine() {
        return context.getBean(DockerEngine.class);
    }

    boolean has(String image) {
        return engine().images(java.util.List.of(image)).values().stream()
                .map(Image::id)
                .findAny()
                .isPresent();
    }

    Container container(String service) {
        return engine().containers(project).stream()
                .filter(container -> container.service().equals(service))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no container of " + service));
    }

    /// Where a service answers on this machine.
    URI address(String service) {
        var services = Sample.json(http.get("/v1/services").body()).path("services");
        return services.valueStream()
                .filter(one -> one.path("name").asString("").equals(service))
                .map(one -> URI.create(one.path("url").asString("")))
                .findFirst()
                .orElseThrow();
    }

    int score() {
        return status().path("score").asInt(-1);
    }

    JsonNode status() {
        return Sample.json(http.get("/v1/services/status").body());
    }

    /// What a request answers once its operation has ended well.
    Operation done(String path, String body) {
        var operation = ended(path, body);
        assertThat(operation.state())
                .as("%s %s: %s", path, body, operation.problem())
                .isEqualTo(Operation.State.SUCCEEDED);
        return operation;
    }

    Operation ended(String path, String body) {
        var answer = http.post(path, body);
        var id = Sample.json(answer.body()).path("id").asString("");
        assertThat(id).as("%s: %s", path, answer.body()).isNotEmpty();
        return context.getBean(Operations.class).await(id);
    }

    void down() {
        if (!engine().containers(project).isEmpty()) {
            done("/v1/services/down", "{}");
        }
    }

    static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /// Ends the controller; its files stay.
    @Override
    public void close() {
        context.close();
    }

    void removePool() throws IOException {
        PoolRemoval.remove(folder.resolve("pool"), folder.resolve("run"));
    }
}
