package media.usenet.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.ConflictException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import media.usenet.docker.LogMerge.Lane;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// What programs in containers print: the containers' own, in their logs, and ones that are run there.
final class ContainerOutput {

    // Longer than the engine takes from one container's line to the next one's, shorter than a person notices.
    private static final Duration PATIENCE = Duration.ofMillis(200);
    private static final Duration NO_END = Duration.ofDays(3650);

    private final EngineClient client;

    ContainerOutput(EngineClient client) {
        this.client = client;
    }

    void logs(Collection<Container> containers, LogRequest request, Consumer<LogLine> onLine, Runnable onSilence) {
        // A stream has no time limit, so that a silent engine must be noticed before.
        client.ask(engine -> engine.pingCmd().exec());
        var merge = new LogMerge(request.follow() ? PATIENCE : NO_END);
        var readers = containers.stream()
                .map(container -> open(container, request, merge.lane()))
                .toList();
        try {
            merge.drain(onLine, onSilence);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            readers.forEach(OutputReader::close);
        }
    }

    private OutputReader open(Container container, LogRequest request, Lane lane) {
        var reader = new OutputReader(line -> lane.add(LogLine.of(container.service(), line)));
        reader.onEnd(failure -> lane.end(problem(failure)));
        client.ask(engine -> {
            var command = engine.logContainerCmd(container.id())
                    .withStdOut(true)
                    .withStdErr(true)
                    .withTimestamps(true)
                    .withFollowStream(request.follow());
            if (request.since() != null) {
                command.withSince(Math.toIntExact(request.since().getEpochSecond()));
            }
            if (request.tail() != null) {
                command.withTail(request.tail());
            }
            return command.exec(reader);
        });
        return reader;
    }

    private @Nullable RuntimeException problem(@Nullable Throwable failure) {
        return failure == null
                ? null
                : failure instanceof RuntimeException e ? client.problem(e) : new IllegalStateException(failure);
    }

    int exec(Container container, List<String> argv, Consumer<OutputLine> onLine) {
        var id = client.ask(engine -> prepare(engine, container, argv));
        try (var reader = new OutputReader(onLine)) {
            client.ask(engine -> engine.execStartCmd(id).exec(reader));
            reader.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while running " + argv.getFirst(), e);
        }
        return Math.toIntExact(Objects.requireNonNull(
                client.ask(engine -> engine.inspectExecCmd(id).exec()).getExitCodeLong()));
    }

    private static String prepare(DockerClient engine, Container container, List<String> argv) {
        try {
            return engine.execCreateCmd(container.id())
                    .withCmd(argv.toArray(String[]::new))
                    .withAttachStdout(true)
                    .withAttachStderr(true)
                    .exec()
                    .getId();
        } catch (ConflictException e) {
            throw new ProblemException(
                    Problem.SERVICE_NOT_RUNNING,
                    container.service() + " is not running",
                    "start it with: usenet services start " + container.service(),
                    e);
        }
    }
}
