package media.usenet.docker;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.dockerjava.api.model.Statistics;
import com.github.dockerjava.core.DockerClientConfig;
import com.github.dockerjava.transport.DockerHttpClient.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Gatherers;
import media.usenet.docker.EngineClient.Connection;

/// Samples of what containers use, taken of many at once.
final class Samples {

    private static final Duration APART = Duration.ofSeconds(1);

    private final EngineClient client;
    private final Duration limit;
    private final ObjectMapper mapper = DockerClientConfig.getDefaultObjectMapper();

    Samples(EngineClient client, Duration limit) {
        this.client = client;
        this.limit = limit;
    }

    // All at once: the engine answers each at its next tick, and it ticks once a second.
    Map<Container, Usage> take(Collection<Container> containers) {
        var samples = new LinkedHashMap<Container, Usage>();
        containers.stream()
                .filter(Container::running)
                .gather(Gatherers.mapConcurrent(
                        Math.max(1, containers.size()),
                        container -> take(container).map(usage -> Map.entry(container, usage))))
                .flatMap(Optional::stream)
                .forEach(sample -> samples.put(sample.getKey(), sample.getValue()));
        return samples;
    }

    List<ContainerStats> stats(Collection<Container> containers) {
        var start = System.nanoTime();
        var earlier = take(containers);
        try {
            Thread.sleep(APART.minusNanos(System.nanoTime() - start));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted between two samples", e);
        }
        return take(earlier.keySet()).entrySet().stream()
                .map(later -> {
                    var first = Objects.requireNonNull(earlier.get(later.getKey()));
                    return new ContainerStats(
                            later.getKey(), later.getValue().cpuPercentSince(first), later.getValue());
                })
                .toList();
    }

    private Optional<Usage> take(Container container) {
        return client.ask(limit, connection -> take(connection, container.id()));
    }

    // docker-java's own command cannot ask for one sample alone, and the engine takes two seconds for its two.
    private Optional<Usage> take(Connection connection, String id) {
        var request = Request.builder()
                .method(Request.Method.GET)
                .path("/containers/" + id + "/stats?stream=false&one-shot=true")
                .build();
        try (var answer = connection.http().execute(request)) {
            // One that was removed since it was listed uses nothing.
            return answer.getStatusCode() == HttpURLConnection.HTTP_OK
                    ? Usage.of(mapper.readValue(answer.getBody(), Statistics.class))
                    : Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
