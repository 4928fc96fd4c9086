package media.usenet.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Gatherers;
import media.usenet.problem.ProblemException;
import org.springframework.stereotype.Component;

/// The Docker engine: what it is, which containers of a Compose project it has, what they do, use and print.
///
/// Every call may be made from any thread, and throws a [ProblemException]: `DOCKER_UNREACHABLE` when no engine
/// answers, `DOCKER_TIMEOUT` when it takes too long, `DOCKER_REFUSED` when it says no. Nothing is opened before the
/// first call, and an engine that was restarted is found again by the next.
@Component
public final class DockerEngine implements AutoCloseable {

    // Enough to hide the way to and fro; each keeps a connection open.
    private static final int AT_ONCE = 8;

    private final EngineClient client;
    private final Samples samples;
    private final ContainerOutput output;
    private final InstantSource clock;

    public DockerEngine(DockerProperties properties, InstantSource clock) {
        this.client = new EngineClient(properties);
        this.samples = new Samples(client, properties.timeout());
        this.output = new ContainerOutput(client);
        this.clock = clock;
    }

    public EngineInfo info() {
        return client.ask(DockerEngine::info);
    }

    /// As [#info()], but gives up sooner.
    EngineInfo info(Duration limit) {
        return client.ask(limit, connection -> info(connection.client()));
    }

    /// The project's containers in the order of their services' names: stopped ones too, those of `docker compose
    /// run` not.
    public List<Container> containers(String project) {
        var labels = Map.of(ContainerReading.PROJECT, project, "com.docker.compose.oneoff", "False");
        return inspected(client.ask(engine -> engine.listContainersCmd()
                .withShowAll(true)
                .withLabelFilter(labels)
                .exec()));
    }

    /// Every container that runs on this machine, whoever made it.
    public List<Container> running() {
        return inspected(client.ask(engine -> engine.listContainersCmd().exec()));
    }

    private List<Container> inspected(List<com.github.dockerjava.api.model.Container> found) {
        return found.stream()
                .gather(Gatherers.mapConcurrent(AT_ONCE, container -> container(container.getId())))
                // One that was removed since it was listed is no longer the project's.
                .flatMap(Optional::stream)
                .sorted(Comparator.comparing(Container::service).thenComparing(Container::name))
                .toList();
    }

    /// @param id its id or its name
    public Optional<Container> container(String id) {
        return client.ask(engine -> {
            try {
                return Optional.of(
                        ContainerReading.read(engine.inspectContainerCmd(id).exec()));
            } catch (NotFoundException _) {
                return Optional.<Container>empty();
            }
        });
    }

    /// The images of those references that this machine has an image for. No registry is asked.
    public Map<String, Image> images(Collection<String> references) {
        var images = new LinkedHashMap<String, Image>();
        references.stream()
                .distinct()
                .gather(Gatherers.mapConcurrent(
                        AT_ONCE, reference -> image(reference).map(image -> Map.entry(reference, image))))
                .flatMap(Optional::stream)
                .forEach(image -> images.put(image.getKey(), image.getValue()));
        return images;
    }

    /// One sample of each of those containers that runs. Takes up to a second.
    public Map<Container, Usage> usage(Collection<Container> containers) {
        return samples.take(containers);
    }

    /// How busy those of the containers are that run: two samples, a second apart. Takes up to two.
    public List<ContainerStats> stats(Collection<Container> containers) {
        return samples.stats(containers);
    }

    /// Hands over the containers' logs, on this thread, as one in order of time, until all have ended; when followed,
    /// that is when the containers do. To end it sooner, interrupt the thread, or throw from the consumer.
    ///
    /// @param onSilence called on this thread, at least once a second, while no line comes
    public void logs(
            Collection<Container> containers, LogRequest request, Consumer<LogLine> onLine, Runnable onSilence) {
        output.logs(containers, request, onLine, onSilence);
    }

    /// Runs a program in a running container, without a terminal, and hands over what it prints line by line, from
    /// another thread. Interrupting this thread ends the waiting; the program goes on, as the engine cannot end it.
    ///
    /// @return its exit code; 126 or 127 if there is no such program
    /// @throws ProblemException `SERVICE_NOT_RUNNING`
    public int exec(Container container, List<String> argv, Consumer<OutputLine> onLine) {
        return output.exec(container, argv, onLine);
    }

    /// Freezes every process of a running container, until [#resume].
    public void pause(Container container) {
        client.ask(engine -> engine.pauseContainerCmd(container.id()).exec());
    }

    public void resume(Container container) {
        client.ask(engine -> engine.unpauseContainerCmd(container.id()).exec());
    }

    /// Ends a container at once, and removes it with the volumes that were made for it alone.
    public void remove(Container container) {
        client.ask(engine -> engine.removeContainerCmd(container.id())
                .withForce(true)
                .withRemoveVolumes(true)
                .exec());
    }

    /// Reports what happens to the project's containers, and to the engine, from now on until closed: one event after
    /// the other, from another thread.
    public AutoCloseable events(String project, Consumer<EngineEvent> onEvent) {
        return new EventWatch(client, project, clock, onEvent);
    }

    @Override
    public void close() throws IOException {
        client.close();
    }

    private static EngineInfo info(DockerClient engine) {
        return EngineInfo.of(engine.infoCmd().exec(), engine.versionCmd().exec());
    }

    private Optional<Image> image(String reference) {
        return client.ask(engine -> {
            try {
                var image = engine.inspectImageCmd(reference).exec();
                return Optional.of(new Image(
                        Objects.requireNonNull(image.getId()),
                        Objects.requireNonNullElse(image.getRepoTags(), List.of()),
                        Objects.requireNonNullElse(image.getRepoDigests(), List.of())));
            } catch (NotFoundException _) {
                return Optional.<Image>empty();
            }
        });
    }
}
