package media.usenet.rehearsal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.composer.Compose;
import media.usenet.composer.ComposeCommand;
import media.usenet.composer.ComposeProject;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.host.WholeFile;
import media.usenet.problem.ProblemException;
import tools.jackson.databind.json.JsonMapper;

/// The Compose project in which services are rehearsed, one at a time. Whatever happens, no container of it stays.
final class Theatre {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final Compose compose;
    private final DockerEngine engine;
    private final String project;
    private final Duration patience;

    Theatre(Compose compose, DockerEngine engine, String project, Duration patience) {
        this.compose = compose;
        this.engine = engine;
        this.project = project;
        this.patience = patience;
    }

    Duration patience() {
        return patience;
    }

    String container(String service) {
        return project + "-" + service;
    }

    boolean has(String image) {
        return !engine.images(List.of(image)).isEmpty();
    }

    /// Starts one service and waits until it is well.
    ///
    /// @param environment values for the variables in the model
    /// @return why it is not; empty when it is
    Optional<String> perform(String service, Map<String, Object> model, Path folder, Path environment)
            throws IOException {
        var file = folder.resolve("rehearsal.yaml");
        // JSON is YAML.
        WholeFile.writePrivate(file, JSON.writeValueAsString(Map.of("services", Map.of(service, model))));
        try {
            compose.run(
                    new ComposeProject(project, folder, file, folder.resolve("none.yaml"), environment),
                    new ComposeCommand.Up(List.of(service), false, false));
            return unwell();
        } catch (ProblemException e) {
            return Optional.of(e.detail());
        } finally {
            clear();
            Files.deleteIfExists(file);
        }
    }

    /// Removes every container of the project: one of these, or of a rehearsal that was killed.
    void clear() {
        engine.containers(project).forEach(engine::remove);
    }

    private Optional<String> unwell() {
        long end = System.nanoTime() + patience.toNanos();
        while (System.nanoTime() < end) {
            var container = engine.containers(project).stream().findFirst();
            if (container.isEmpty()) {
                return Optional.of("its container is gone");
            }
            var state = container.get();
            if (state.running() && state.health() == Container.Health.HEALTHY) {
                return Optional.empty();
            }
            if (state.exitCode() != null && !state.running()) {
                return Optional.of("it ended with code " + state.exitCode());
            }
            if (state.health() == Container.Health.UNHEALTHY) {
                return Optional.of("it is unhealthy: " + state.probe().strip());
            }
            pause();
        }
        return Optional.of("it was not well after %d s".formatted(patience.toSeconds()));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while a service is rehearsed", e);
        }
    }
}
