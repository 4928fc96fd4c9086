package media.usenet.services;

import java.net.URI;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import media.usenet.composer.Compose;
import media.usenet.composer.ComposeCommand.Start;
import media.usenet.composer.ComposeCommand.Stop;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.DockerProperties;
import media.usenet.event.Result;
import media.usenet.event.Step;
import media.usenet.plan.PlannedService;
import media.usenet.problem.ProblemException;
import org.springframework.stereotype.Component;

/// Services stopped and started by other parts of this program, for as long as they need them still.
@Component
public final class StackSwitch {

    private final Stack stack;
    private final DockerEngine engine;
    private final Compose compose;
    private final ComposeJudge judge;
    private final StackApplier applier;
    private final Arrival arrival;
    private final String project;

    StackSwitch(
            Stack stack,
            DockerEngine engine,
            Compose compose,
            ComposeJudge judge,
            StackApplier applier,
            Arrival arrival,
            DockerProperties docker) {
        this.stack = stack;
        this.engine = engine;
        this.compose = compose;
        this.judge = judge;
        this.applier = applier;
        this.arrival = arrival;
        this.project = docker.project();
    }

    /// The stack's containers, those too that do not run.
    ///
    /// @throws ProblemException `DOCKER_UNREACHABLE`
    public List<Container> containers() {
        return engine.containers(project);
    }

    /// Where a service of the stack answers on this machine; empty for one without any pages.
    public Optional<URI> address(String service) {
        return stack.plan()
                .find(service)
                .map(PlannedService::url)
                .filter(url -> !url.isEmpty())
                .map(URI::create);
    }

    public void stop(Collection<String> services) {
        if (!services.isEmpty()) {
            compose.run(judge.project(), new Stop(List.copyOf(services), null));
        }
    }

    /// Starts them as they were made, and waits until they are well.
    ///
    /// @return which of them are not, and why
    public Result start(Collection<String> services, Consumer<Step> tell) {
        if (services.isEmpty()) {
            return Result.of(List.of());
        }
        compose.run(judge.project(), new Start(List.copyOf(services)));
        return arrival.await(List.copyOf(services), services, Optional.empty(), tell);
    }

    /// Makes and starts the whole stack as the settings want it now.
    public Result up(Consumer<Step> tell) {
        return applier.apply(applier.requireApplicable(Targets.ALL), Targets.ALL, tell);
    }

    /// Keeps a container from running until the answer is closed, without ending it.
    public AutoCloseable pause(Container container) {
        engine.pause(container);
        return () -> engine.resume(container);
    }
}
