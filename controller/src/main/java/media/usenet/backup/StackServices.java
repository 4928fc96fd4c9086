package media.usenet.backup;

import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import media.usenet.docker.Container;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.restore.Services;
import media.usenet.scope.ServiceDatabases;
import media.usenet.services.StackSwitch;

/// The stack's services, as a backup holds them and a restore stops them.
final class StackServices implements Services {

    private final StackSwitch stack;

    private final ServiceDatabases databases;
    private final Supplier<Path> apps;

    /// @param apps where the applications' folders are by the settings of that moment
    StackServices(StackSwitch stack, ServiceDatabases databases, Supplier<Path> apps) {
        this.stack = stack;
        this.databases = databases;
        this.apps = apps;
    }

    /// On a machine without an engine no service runs.
    @Override
    public Set<String> running() {
        try {
            return stack.containers().stream()
                    .filter(Container::running)
                    .map(Container::service)
                    .collect(Collectors.toSet());
        } catch (ProblemException e) {
            if (e.problem() == Problem.DOCKER_UNREACHABLE) {
                return Set.of();
            }
            throw e;
        }
    }

    @Override
    public void stop(Collection<String> services, Consumer<String> tell) {
        tell.accept("stopping " + String.join(", ", services));
        stack.stop(services);
        tell.accept("stopped " + String.join(", ", services));
    }

    /// Servers that have a dump to load come first: their services find their data there.
    @Override
    public void start(Collection<String> services, Consumer<String> tell) {
        var waiting = databases.waiting(services, apps.get());
        startWell(waiting, tell);
        load(waiting, tell);
        startWell(services.stream().filter(name -> !waiting.contains(name)).toList(), tell);
    }

    /// Loads the dumps that wait into servers that run already, while their services do not.
    void load(Collection<String> containers, Consumer<String> tell) {
        var waiting = databases.waiting(containers, apps.get());
        for (var container : waiting) {
            tell.accept("loading the database of " + databases.owner(container));
            var owner = List.of(databases.owner(container));
            boolean runs = running().containsAll(owner);
            if (runs) {
                stop(owner, tell);
            }
            databases.load(container, apps.get());
            if (runs) {
                startWell(owner, tell);
            }
        }
    }

    private void startWell(Collection<String> services, Consumer<String> tell) {
        if (services.isEmpty()) {
            return;
        }
        tell.accept("starting " + String.join(", ", services));
        var result = stack.start(services, step -> tell.accept(step.subject() + " is " + step.text()));
        result.reason().ifPresent(e -> {
            throw e;
        });
        if (!result.failed().isEmpty()) {
            throw new ProblemException(
                    Problem.SERVICE_NOT_RUNNING,
                    String.join(", ", result.failed()) + " did not get well",
                    "see why: usenet services logs " + result.failed().getFirst());
        }
    }

    @Override
    public Optional<Held> hold(String subject) {
        var container = stack.containers().stream()
                .filter(one -> one.service().equals(subject))
                .findFirst();
        if (container.isEmpty() || !container.get().running()) {
            return Optional.of(() -> {});
        }
        var paused = stack.pause(container.get());
        return Optional.of(() -> close(subject, paused));
    }

    private static void close(String subject, AutoCloseable paused) {
        try {
            paused.close();
        } catch (ProblemException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("cannot let go of " + subject, e);
        }
    }
}
