package media.usenet.docker;

import com.github.dockerjava.api.model.Event;
import com.github.dockerjava.api.model.EventType;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import media.usenet.docker.EngineEvent.ContainerEnded;
import media.usenet.docker.EngineEvent.ContainerStarted;
import media.usenet.docker.EngineEvent.EngineFound;
import media.usenet.docker.EngineEvent.EngineLost;
import media.usenet.docker.EngineEvent.HealthChanged;
import media.usenet.docker.EngineEvent.MemoryExhausted;
import media.usenet.problem.ProblemException;

/// Listens to the engine, and listens again when it was away, from the last event on.
final class EventWatch implements AutoCloseable {

    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(15);
    private static final String[] KINDS = {"start", "die", "oom", "health_status"};

    private final EngineClient client;
    private final String project;
    private final Consumer<EngineEvent> onEvent;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;
    private Instant last;
    private Duration pause = FIRST_PAUSE;
    private boolean lost;

    EventWatch(EngineClient client, String project, InstantSource clock, Consumer<EngineEvent> onEvent) {
        this.client = client;
        this.project = project;
        this.onEvent = onEvent;
        last = clock.instant();
        thread = Thread.ofVirtual().name("docker events").unstarted(this::watch);
        thread.start();
    }

    @Override
    public void close() {
        closed.countDown();
        thread.interrupt();
    }

    private void watch() {
        try {
            do {
                listen();
            } while (!closed.await(pause.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            // Closed: nobody listens any more.
        }
    }

    private void listen() throws InterruptedException {
        try (var stream = new EngineStream<Event>() {
            @Override
            public void onNext(Event event) {
                pass(event);
            }
        }) {
            client.ask(engine -> engine.pingCmd().exec());
            found();
            client.ask(engine -> engine.eventsCmd()
                    .withEventTypeFilter(EventType.CONTAINER)
                    .withEventFilter(KINDS)
                    .withLabelFilter(Map.of(ContainerReading.PROJECT, project))
                    .withSince("%d.%09d".formatted(last.getEpochSecond(), last.getNano()))
                    .exec(stream));
            stream.await();
            missing("its stream of events ended");
        } catch (ProblemException e) {
            missing(e.detail());
        } catch (RuntimeException e) {
            if (client.problem(e) instanceof ProblemException problem) {
                missing(problem.detail());
            } else {
                throw e;
            }
        }
    }

    private void found() {
        pause = FIRST_PAUSE;
        if (lost) {
            lost = false;
            onEvent.accept(new EngineFound());
        }
    }

    private void missing(String because) {
        var doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(LONGEST_PAUSE) < 0 ? doubled : LONGEST_PAUSE;
        if (!lost && closed.getCount() > 0) {
            lost = true;
            onEvent.accept(new EngineLost(because));
        }
    }

    // The engine repeats events of the very moment that it is asked to go on from.
    private void pass(Event event) {
        var time = time(event);
        if (time.isAfter(last)) {
            last = time;
            read(event, time).ifPresent(onEvent);
        }
    }

    static Optional<EngineEvent> read(Event event, Instant time) {
        var actor = Objects.requireNonNull(event.getActor());
        var id = Objects.requireNonNull(actor.getId());
        var attributes = Objects.requireNonNullElse(actor.getAttributes(), Map.<String, String>of());
        var service = attributes.getOrDefault(ContainerReading.SERVICE, "");
        var words = Objects.requireNonNullElse(event.getAction(), "").split(": ", 2);
        return switch (words[0]) {
            case "start" -> Optional.of(new ContainerStarted(time, service, id));
            case "die" ->
                Optional.of(new ContainerEnded(
                        time, service, id, Integer.parseInt(attributes.getOrDefault("exitCode", "0"))));
            case "oom" -> Optional.of(new MemoryExhausted(time, service, id));
            case "health_status" ->
                Optional.of(new HealthChanged(time, service, id, ContainerReading.health(words[words.length - 1])));
            default -> Optional.empty();
        };
    }

    private static Instant time(Event event) {
        return Instant.ofEpochSecond(0, Objects.requireNonNull(event.getTimeNano()));
    }
}
