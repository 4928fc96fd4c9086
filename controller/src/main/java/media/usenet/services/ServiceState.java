package media.usenet.services;

import java.time.Instant;
import java.util.Optional;
import media.usenet.docker.Container;
import org.jspecify.annotations.Nullable;

/// How a service stands, as far as Docker knows.
///
/// @param score 100 when all is well: 40 for running, 40 for being healthy, 20 for having run without a break
/// @param since when it started; null when it does not run
/// @param because what the state, health and score come from
record ServiceState(
        String name,
        State state,
        Condition health,
        int score,
        int restarts,
        @Nullable Instant since,
        String because) {

    enum State {
        RUNNING,
        STOPPED,
        PAUSED,
        RESTARTING,
        ABSENT
    }

    enum Condition {
        HEALTHY,
        UNHEALTHY,
        STARTING,
        /// Nobody can tell: it does not run, or has nothing that could be asked.
        UNKNOWN
    }

    static ServiceState of(String name, Optional<Container> container) {
        return container
                .map(found -> of(name, found))
                .orElseGet(() -> new ServiceState(
                        name,
                        State.ABSENT,
                        Condition.UNKNOWN,
                        0,
                        0,
                        null,
                        "it has no container: it was not started, or its container was removed"));
    }

    private static ServiceState of(String name, Container container) {
        var state = state(container);
        var health = condition(container);
        return new ServiceState(
                name,
                state,
                health,
                score(container, state, health),
                container.restarts(),
                container.running() ? container.started() : null,
                because(container, state, health));
    }

    /// The same service after it was asked itself.
    ServiceState asked(Probed probed) {
        if (state != State.RUNNING || health == Condition.UNHEALTHY) {
            return this;
        }
        var condition = probed.well() ? Condition.HEALTHY : Condition.UNHEALTHY;
        int points = score - points(health) + points(condition);
        return new ServiceState(name, state, condition, points, restarts, since, probed.answer());
    }

    private static State state(Container container) {
        return switch (container.state()) {
            case RUNNING -> State.RUNNING;
            case PAUSED -> State.PAUSED;
            case RESTARTING -> State.RESTARTING;
            case CREATED, REMOVING, EXITED, DEAD, OTHER -> State.STOPPED;
        };
    }

    private static Condition condition(Container container) {
        if (!container.running()) {
            return Condition.UNKNOWN;
        }
        return switch (container.health()) {
            case NONE -> Condition.UNKNOWN;
            case STARTING -> Condition.STARTING;
            case HEALTHY -> Condition.HEALTHY;
            case UNHEALTHY -> Condition.UNHEALTHY;
        };
    }

    private static int score(Container container, State state, Condition health) {
        if (state != State.RUNNING) {
            return 0;
        }
        boolean steady = container.restarts() == 0 && !container.outOfMemory();
        return 40 + points(health) + (steady ? 20 : 0);
    }

    /// Where nothing can be asked, running is all that can be wanted.
    private static int points(Condition health) {
        return switch (health) {
            case HEALTHY, UNKNOWN -> 40;
            case STARTING -> 20;
            case UNHEALTHY -> 0;
        };
    }

    private static String because(Container container, State state, Condition health) {
        if (container.outOfMemory()) {
            return "the kernel ended it because its memory was used up";
        }
        return switch (state) {
            case STOPPED -> container.exitCode() == null ? "it was created and not started" : ended(container);
            case RESTARTING -> container.exitCode() == null ? "it ended" : ended(container);
            case PAUSED -> "it was paused";
            case RUNNING, ABSENT -> because(container, health);
        };
    }

    private static String because(Container container, Condition health) {
        return switch (health) {
            case HEALTHY -> "its health check passes";
            case STARTING -> "its health check has not passed yet";
            case UNHEALTHY -> {
                var answer = container.probe().strip();
                yield answer.isEmpty() ? "its health check fails" : "its health check says: " + firstLine(answer);
            }
            case UNKNOWN -> "it has no health check";
        };
    }

    private static String ended(Container container) {
        return "it ended with code " + container.exitCode();
    }

    private static String firstLine(String text) {
        return text.lines().findFirst().orElse("");
    }
}
