package media.usenet.services;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import media.usenet.docker.Container;
import media.usenet.docker.DockerEngine;
import media.usenet.event.Result;
import media.usenet.event.Step;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Waits until services are where they should be: running, and healthy where that can be known.
final class Arrival {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

    private final DockerEngine engine;
    private final String project;
    private final Duration patience;
    private final InstantSource clock;

    /// @param patience how long a service may take until it is healthy
    Arrival(DockerEngine engine, String project, Duration patience, InstantSource clock) {
        this.engine = engine;
        this.project = project;
        this.patience = patience;
        this.clock = clock;
    }

    /// @param wanted the services to wait for
    /// @param asked all that were asked for: what is not wanted among them has failed already
    /// @param trouble what went wrong so far
    Result await(
            List<String> wanted, Collection<String> asked, Optional<ProblemException> trouble, Consumer<Step> tell) {
        var deadline = clock.instant().plus(patience);
        var told = new HashMap<String, Standing>();
        while (true) {
            var standings = standings(wanted);
            standings.forEach((service, standing) -> {
                if (told.put(service, standing) != standing) {
                    tell.accept(Step.of(service, standing.words()));
                }
            });
            boolean waiting = standings.containsValue(Standing.STARTING);
            if (!waiting || trouble.isPresent() || !clock.instant().isBefore(deadline)) {
                return result(standings, asked, trouble);
            }
            pause();
        }
    }

    private enum Standing {
        ARRIVED("running"),
        STARTING("starting"),
        UNHEALTHY("unhealthy"),
        STOPPED("stopped");

        private final String words;

        Standing(String words) {
            this.words = words;
        }

        String words() {
            return words;
        }
    }

    private Map<String, Standing> standings(List<String> wanted) {
        var containers = engine.containers(project).stream()
                .collect(Collectors.toMap(Container::service, Arrival::standing, (first, _) -> first));
        return wanted.stream()
                .collect(Collectors.toMap(name -> name, name -> containers.getOrDefault(name, Standing.STOPPED)));
    }

    private static Standing standing(Container container) {
        return switch (container.state()) {
            case RUNNING ->
                switch (container.health()) {
                    case NONE, HEALTHY -> Standing.ARRIVED;
                    case STARTING -> Standing.STARTING;
                    case UNHEALTHY -> Standing.UNHEALTHY;
                };
            case RESTARTING, CREATED -> Standing.STARTING;
            case PAUSED, REMOVING, EXITED, DEAD, OTHER -> Standing.STOPPED;
        };
    }

    private Result result(
            Map<String, Standing> standings, Collection<String> asked, Optional<ProblemException> trouble) {
        var done = new ArrayList<String>();
        var failed = new ArrayList<String>();
        asked.stream().sorted().forEach(service -> {
            boolean arrived = standings.get(service) == Standing.ARRIVED;
            (arrived ? done : failed).add(service);
        });
        if (failed.isEmpty()) {
            return Result.of(done);
        }
        return Result.inPart(done, failed, trouble.orElseGet(() -> late(failed)));
    }

    private ProblemException late(List<String> failed) {
        return new ProblemException(
                Problem.COMPOSE_FAILED,
                "not running and healthy within %d s: %s".formatted(patience.toSeconds(), String.join(", ", failed)),
                "usenet services logs %s --tail 50".formatted(failed.getFirst()));
    }

    private static void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while services start", e);
        }
    }
}
