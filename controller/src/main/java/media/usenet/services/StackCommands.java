package media.usenet.services;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import media.usenet.composer.Compose;
import media.usenet.composer.ComposeCommand;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.DockerProperties;
import media.usenet.event.Operation;
import media.usenet.event.Operations;
import media.usenet.event.Result;
import media.usenet.event.Step;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.services.StackPreview.Action;
import media.usenet.services.StackPreview.ServicePreview;
import org.springframework.stereotype.Component;

/// What can be done with the stack: each as a preview, and as an operation.
@Component
final class StackCommands {

    private final Stack stack;
    private final StackApplier applier;
    private final Operations operations;
    private final DockerEngine engine;
    private final Compose compose;
    private final ComposeJudge judge;
    private final GeneratedStack generated;
    private final String project;

    StackCommands(
            Stack stack,
            StackApplier applier,
            Operations operations,
            DockerEngine engine,
            Compose compose,
            ComposeJudge judge,
            GeneratedStack generated,
            DockerProperties docker) {
        this.stack = stack;
        this.applier = applier;
        this.operations = operations;
        this.engine = engine;
        this.compose = compose;
        this.judge = judge;
        this.generated = generated;
        this.project = docker.project();
    }

    enum Verb {
        UP,
        DOWN,
        START,
        STOP,
        RESTART;

        static Verb of(String word) {
            return valueOf(word.toUpperCase(Locale.ROOT));
        }

        String kind() {
            return "services." + name().toLowerCase(Locale.ROOT);
        }
    }

    StackPreview preview(Verb verb, Targets targets) {
        if (verb == Verb.UP) {
            return stack.preview(targets);
        }
        var services = targeted(targets).stream()
                .map(container ->
                        new ServicePreview(container.service(), action(verb, container), List.of(), List.of()))
                .toList();
        return StackPreview.of(services, List.of(), List.of(), List.of());
    }

    /// Refuses at once what cannot be done; what takes time is done in the operation.
    Operation start(Verb verb, Targets targets) {
        if (verb == Verb.UP) {
            var planned = applier.requireApplicable(targets);
            return operations.start(verb.kind(), tell -> applier.apply(planned, targets, tell));
        }
        var services =
                targeted(targets).stream().map(Container::service).distinct().toList();
        return operations.start(verb.kind(), tell -> run(verb, targets, services, tell));
    }

    private List<Container> targeted(Targets targets) {
        var containers = engine.containers(project);
        if (targets.all()) {
            return containers;
        }
        Set<String> names = targets.in(stack.plan());
        return containers.stream()
                .filter(container -> names.contains(container.service()))
                .toList();
    }

    private static Action action(Verb verb, Container container) {
        return switch (verb) {
            case UP -> Action.NONE;
            case DOWN -> Action.REMOVE;
            case START -> container.running() ? Action.NONE : Action.START;
            case STOP -> container.running() ? Action.STOP : Action.NONE;
            case RESTART -> Action.RESTART;
        };
    }

    private Result run(Verb verb, Targets targets, List<String> services, Consumer<Step> tell) {
        if (services.isEmpty()) {
            return Result.of(List.of());
        }
        if (!generated.exists()) {
            throw new ProblemException(
                    Problem.COMPOSE_FAILED,
                    "there are containers of project %s, but no stack in %s".formatted(project, generated.folder()),
                    "run: usenet services up");
        }
        services.forEach(service -> tell.accept(Step.of(service, doing(verb))));
        compose.run(judge.project(), command(verb, targets, services));
        services.forEach(service -> tell.accept(Step.of(service, done(verb))));
        return Result.of(new ArrayList<>(services));
    }

    private static ComposeCommand<List<String>> command(Verb verb, Targets targets, List<String> services) {
        return switch (verb) {
            case UP -> throw new IllegalArgumentException("up is applied, not run");
            case DOWN -> targets.all() ? new ComposeCommand.Down(null) : new ComposeCommand.Stop(services, null);
            case START -> new ComposeCommand.Start(services);
            case STOP -> new ComposeCommand.Stop(services, null);
            case RESTART -> new ComposeCommand.Restart(services, null);
        };
    }

    private static String doing(Verb verb) {
        return switch (verb) {
            case UP, START -> "starting";
            case DOWN -> "stopping and removing";
            case STOP -> "stopping";
            case RESTART -> "restarting";
        };
    }

    private static String done(Verb verb) {
        return switch (verb) {
            case UP, START -> "started";
            case DOWN -> "removed";
            case STOP -> "stopped";
            case RESTART -> "restarted";
        };
    }
}
