package media.usenet.composer;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.DockerProperties;
import media.usenet.docker.ToyImages;
import media.usenet.docker.ToyImages.Toy;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.ProcessRunner;
import media.usenet.problem.ProblemException;

/// A Compose project of toys on the real engine, gone when the test ends.
public final class ToyProject implements AutoCloseable {

    public static final String IMAGE = "media.usenet.test/toy:1";
    public static final DockerProperties LOCAL =
            new DockerProperties(URI.create("unix:///var/run/docker.sock"), Duration.ofSeconds(20), "usenet");

    public final ComposeProject project;
    public final Compose compose;
    public final DockerEngine engine = new DockerEngine(LOCAL, InstantSource.system());

    private ToyProject(Path directory, ProcessRunner runner) {
        var name = "toy" + Long.toString(ProcessHandle.current().pid(), 36) + Long.toString(System.nanoTime(), 36);
        project = new ComposeProject(
                name,
                directory,
                directory.resolve("compose.yaml"),
                directory.resolve("compose.override.yaml"),
                directory.resolve("stack.env"));
        compose = new Compose(runner, LOCAL);
    }

    /// Skips the test, aloud, where there is no engine.
    public static ToyProject in(Path directory, ProcessRunner runner, String yaml) throws IOException {
        assumeEngine();
        new ToyImages().make(Toy.of(IMAGE, 8080));
        var project = new ToyProject(directory, runner);
        project.write(yaml);
        return project;
    }

    public static ToyProject in(Path directory, String yaml) throws IOException {
        return in(directory, new HostProcessRunner(), yaml);
    }

    public static void assumeEngine() {
        try (var engine = new DockerEngine(LOCAL, InstantSource.system())) {
            engine.info();
        } catch (ProblemException | IOException e) {
            assumeTrue(false, "skipped, needs a Docker engine: " + e.getMessage());
        }
    }

    public void write(String yaml) throws IOException {
        Files.writeString(project.file(), yaml);
    }

    public void up(String... services) {
        compose.run(project, new ComposeCommand.Up(List.of(services), true, true));
    }

    public Container container(String service) {
        return engine.containers(project.name()).stream()
                .filter(container -> container.service().equals(service))
                .findFirst()
                .orElseThrow();
    }

    @Override
    public void close() throws IOException {
        compose.run(project, new ComposeCommand.Down(Duration.ofSeconds(1)));
        engine.close();
    }
}
