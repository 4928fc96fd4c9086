package media.usenet.plan;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.catalog.HealthProbe;
import media.usenet.catalog.HealthProbe.Asker;
import media.usenet.catalog.ServiceDefinition;
import media.usenet.plan.Decision.ProbeFromOutside;
import media.usenet.plan.Decision.ProbeHealth;

/// How Docker learns whether a service is well.
public final class HealthPlan {

    private static final Duration START_PERIOD = Duration.ofMinutes(2);

    private final EngineFacts engine;
    private final Map<String, Integer> ports;

    /// @param ports the container port of services that listen on whatever is published, by service
    HealthPlan(EngineFacts engine, Map<String, Integer> ports) {
        this.engine = engine;
        this.ports = ports;
    }

    Optional<Decision> of(ServiceDefinition service) {
        return switch (service.health()) {
            case HealthProbe.Native _, HealthProbe.None _ -> Optional.empty();
            case HealthProbe.Http http
            when http.from() == Asker.CONTROLLER ->
                Optional.of(new ProbeFromOutside("its image has no program that could ask"));
            case HealthProbe.Http http -> Optional.of(probe(shell(http, port(service, http)), http.path()));
            case HealthProbe.Run run ->
                Optional.of(probe(exec(run.command()), run.command().getFirst()));
        };
    }

    /// Whether Docker will know that the service is healthy.
    public static boolean known(ServiceDefinition service) {
        return switch (service.health()) {
            case HealthProbe.Native _, HealthProbe.Run _ -> true;
            case HealthProbe.None _ -> false;
            case HealthProbe.Http http -> http.from() != Asker.CONTROLLER;
        };
    }

    /// Whether a service may wait for one that never becomes healthy, and start all the same in the end.
    boolean mayFail() {
        return engine.knowsOptionalDependencies();
    }

    private int port(ServiceDefinition service, HealthProbe.Http http) {
        return ports.getOrDefault(service.name(), http.port());
    }

    private ProbeHealth probe(List<String> test, String what) {
        var because = "that is what it answers when it is well: " + what;
        return engine.hasStartInterval()
                ? new ProbeHealth(
                        test, Duration.ofMinutes(1), Optional.of(Duration.ofSeconds(2)), START_PERIOD, because)
                // Before Engine 25 the first question is asked one interval after the start.
                : new ProbeHealth(test, Duration.ofSeconds(10), Optional.empty(), START_PERIOD, because);
    }

    private static List<String> exec(List<String> command) {
        return Stream.concat(Stream.of("CMD"), command.stream()).toList();
    }

    private static List<String> shell(HealthProbe.Http http, int port) {
        var url = "%s://127.0.0.1:%d%s".formatted(http.scheme(), port, http.path());
        if (http.from() == Asker.WGET) {
            return List.of("CMD-SHELL", "wget -q -T 5 -O /dev/null '%s' || exit 1".formatted(url));
        }
        if (http.okStatus().equals(List.of(200))) {
            return List.of("CMD-SHELL", "curl -fsSk -m 5 -o /dev/null '%s' || exit 1".formatted(url));
        }
        var ok = http.okStatus().stream().map(String::valueOf).collect(Collectors.joining("|"));
        return List.of(
                "CMD-SHELL",
                "case \"$$(curl -sk -m 5 -o /dev/null -w '%%{http_code}' '%s')\" in %s) exit 0;; esac; exit 1"
                        .formatted(url, ok));
    }
}
