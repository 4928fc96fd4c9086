package media.usenet.docker;

import com.github.dockerjava.api.command.HealthState;
import com.github.dockerjava.api.command.InspectContainerResponse;
import com.github.dockerjava.api.model.NetworkSettings;
import com.github.dockerjava.api.model.Ports;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import media.usenet.docker.Container.Health;
import media.usenet.docker.Container.Port;
import media.usenet.docker.Container.State;
import org.jspecify.annotations.Nullable;

/// Reads a container out of the engine's answer to `inspect`.
final class ContainerReading {

    static final String PROJECT = "com.docker.compose.project";
    static final String SERVICE = "com.docker.compose.service";
    private static final String CONFIG_HASH = "com.docker.compose.config-hash";

    private ContainerReading() {}

    static Container read(InspectContainerResponse answer) {
        var state = answer.getState();
        var labels = Objects.requireNonNullElse(answer.getConfig().getLabels(), Map.<String, String>of());
        var started = time(state.getStartedAt());
        var standing = state(state.getStatus());
        return new Container(
                answer.getId(),
                answer.getName().substring(1),
                labels.getOrDefault(SERVICE, ""),
                labels.getOrDefault(CONFIG_HASH, ""),
                standing,
                Objects.requireNonNullElse(toInt(state.getPidLong()), 0),
                health(state.getHealth()),
                started == null || standing == State.RUNNING ? null : toInt(state.getExitCodeLong()),
                Objects.requireNonNullElse(answer.getRestartCount(), 0),
                Boolean.TRUE.equals(state.getOOMKilled()),
                started,
                time(state.getFinishedAt()),
                Objects.requireNonNullElse(answer.getConfig().getImage(), ""),
                answer.getImageId(),
                ports(answer.getNetworkSettings()),
                probe(state.getHealth()));
    }

    static State state(@Nullable String status) {
        return Stream.of(State.values())
                .filter(state -> state.name().equalsIgnoreCase(status))
                .findFirst()
                .orElse(State.OTHER);
    }

    static Health health(@Nullable String status) {
        return switch (Objects.requireNonNullElse(status, "").toLowerCase(Locale.ROOT)) {
            case "starting" -> Health.STARTING;
            case "healthy" -> Health.HEALTHY;
            case "unhealthy" -> Health.UNHEALTHY;
            default -> Health.NONE;
        };
    }

    private static Health health(@Nullable HealthState health) {
        return health == null ? Health.NONE : health(health.getStatus());
    }

    private static String probe(@Nullable HealthState health) {
        if (health == null || health.getLog() == null || health.getLog().isEmpty()) {
            return "";
        }
        return Objects.requireNonNullElse(health.getLog().getLast().getOutput(), "")
                .strip();
    }

    // What has not happened yet is written as the year 1.
    private static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.isEmpty() || text.startsWith("0001-")) {
            return null;
        }
        return OffsetDateTime.parse(text).toInstant();
    }

    private static @Nullable Integer toInt(@Nullable Long value) {
        return value == null ? null : value.intValue();
    }

    private static List<Port> ports(@Nullable NetworkSettings network) {
        if (network == null || network.getPorts() == null) {
            return List.of();
        }
        return network.getPorts().getBindings().entrySet().stream()
                .filter(entry -> entry.getValue() != null)
                .flatMap(entry -> Stream.of(entry.getValue())
                        .map(binding -> new Port(
                                Objects.requireNonNullElse(binding.getHostIp(), "0.0.0.0"),
                                hostPort(binding),
                                entry.getKey().getPort(),
                                entry.getKey().getProtocol().name().toLowerCase(Locale.ROOT))))
                .toList();
    }

    private static int hostPort(Ports.Binding binding) {
        return Integer.parseInt(binding.getHostPortSpec());
    }
}
