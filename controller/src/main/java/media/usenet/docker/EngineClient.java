package media.usenet.docker;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.core.DefaultDockerClientConfig;
import com.github.dockerjava.core.DockerClientImpl;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// The one connection to the engine: opened when first needed, opened anew after the engine was restarted, and limited
/// in time.
final class EngineClient implements AutoCloseable {

    private static final Set<String> SCHEMES = Set.of("unix", "tcp");

    private final URI host;
    private final Duration timeout;
    private @Nullable Connection connection;

    /// @param client for typed commands
    /// @param http for the one request that has no typed command
    record Connection(DockerClient client, DockerHttpClient http) {}

    EngineClient(DockerProperties properties) {
        host = properties.host();
        timeout = properties.timeout();
    }

    <T> T ask(Function<DockerClient, T> question) {
        return ask(timeout, connection -> question.apply(connection.client()));
    }

    /// Asks, and ends the request if there is no answer in time. A socket's own time limit would not do: docker-java's
    /// unix socket has none.
    ///
    /// @throws ProblemException `DOCKER_UNREACHABLE`, `DOCKER_TIMEOUT`, `DOCKER_REFUSED`
    <T> T ask(Duration limit, Function<Connection, T> question) {
        var task = new FutureTask<>(() -> answer(question));
        var thread = Thread.startVirtualThread(task);
        try {
            return task.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            thread.interrupt();
            throw EngineFailure.timedOut(host, limit);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException failure
                    ? EngineFailure.of(failure, host, limit)
                    : new IllegalStateException(e.getCause());
        } catch (InterruptedException e) {
            thread.interrupt();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while asking the Docker engine", e);
        }
    }

    /// What a failed stream means.
    RuntimeException problem(RuntimeException failure) {
        return EngineFailure.of(failure, host, timeout);
    }

    private <T> T answer(Function<Connection, T> question) {
        var used = connection();
        try {
            return question.apply(used);
        } catch (RuntimeException e) {
            if (!EngineFailure.stale(e) || Thread.currentThread().isInterrupted()) {
                throw e;
            }
            forget(used);
            return question.apply(connection());
        }
    }

    private synchronized Connection connection() {
        if (connection == null) {
            connection = open();
        }
        return connection;
    }

    private synchronized void forget(Connection lost) {
        if (lost.equals(connection)) {
            connection = null;
        }
    }

    private Connection open() {
        if (!SCHEMES.contains(host.getScheme())) {
            throw new ProblemException(
                    Problem.DOCKER_UNREACHABLE,
                    "cannot reach a Docker engine at " + host,
                    "set DOCKER_HOST to a unix:// or tcp:// address");
        }
        var config = DefaultDockerClientConfig.createDefaultConfigBuilder()
                .withDockerHost(host.toString())
                .build();
        var http = new ZerodepDockerHttpClient.Builder()
                .dockerHost(host)
                .sslConfig(config.getSSLConfig())
                .connectionTimeout(timeout)
                .build();
        return new Connection(DockerClientImpl.getInstance(config, http), http);
    }

    @Override
    public synchronized void close() throws IOException {
        if (connection != null) {
            connection.client().close();
            connection = null;
        }
    }
}
