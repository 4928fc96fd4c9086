package media.usenet.docker;

import java.time.Instant;
import media.usenet.docker.Container.Health;

/// Something the engine reported about a container of the project, or about itself.
public sealed interface EngineEvent {

    record ContainerStarted(Instant time, String service, String containerId) implements EngineEvent {}

    record ContainerEnded(Instant time, String service, String containerId, int exitCode) implements EngineEvent {}

    record HealthChanged(Instant time, String service, String containerId, Health health) implements EngineEvent {}

    /// The kernel killed a process of the container because its memory was used up.
    record MemoryExhausted(Instant time, String service, String containerId) implements EngineEvent {}

    /// The engine no longer answers.
    record EngineLost(String because) implements EngineEvent {}

    /// The engine answers again. List the containers: a restarted engine has forgotten what happened meanwhile.
    record EngineFound() implements EngineEvent {}
}
