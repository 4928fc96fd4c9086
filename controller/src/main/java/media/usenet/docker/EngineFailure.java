package media.usenet.docker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.core.DockerClientConfig;
import java.io.IOException;
import java.net.ConnectException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Tells why the engine did not answer, in words of the person who has to do something about it.
public final class EngineFailure {

    private static final String START = "start it with: sudo systemctl start docker";
    private static final String ALLOW =
            "run the controller as root, or: sudo usermod -aG docker $USER, then log out and in";

    private EngineFailure() {}

    static RuntimeException of(RuntimeException failure, URI host, Duration timeout) {
        if (failure instanceof DockerException refusal) {
            return refused(refusal);
        }
        return io(failure)
                .<RuntimeException>map(cause -> cause instanceof SocketTimeoutException
                        ? timedOut(host, timeout)
                        : unreachable(Objects.requireNonNullElse(cause.getMessage(), "connection lost"), host))
                .orElse(failure);
    }

    public static ProblemException timedOut(URI host, Duration timeout) {
        return new ProblemException(
                Problem.DOCKER_TIMEOUT,
                "the Docker engine at %s did not answer within %s s".formatted(host, timeout.toSeconds()),
                "look at what it is doing: sudo journalctl -u docker --since -10min");
    }

    public static ProblemException unreachable(String because, URI host) {
        return because.toLowerCase(Locale.ROOT).contains("permission denied")
                ? new ProblemException(
                        Problem.DOCKER_UNREACHABLE, "this user may not talk to the Docker engine at " + host, ALLOW)
                : new ProblemException(
                        Problem.DOCKER_UNREACHABLE,
                        "no Docker engine answers at %s: %s".formatted(host, because),
                        START);
    }

    /// Whether the connection was lost on the way: the engine may have been restarted since it was opened, and a new
    /// connection may do.
    static boolean stale(RuntimeException failure) {
        return !(failure instanceof DockerException)
                && io(failure)
                        .filter(cause ->
                                !(cause instanceof SocketTimeoutException || cause instanceof ConnectException))
                        .isPresent();
    }

    private static ProblemException refused(DockerException refusal) {
        return new ProblemException(
                Problem.DOCKER_REFUSED,
                "the Docker engine refused: " + words(Objects.requireNonNullElse(refusal.getMessage(), "")),
                "look for more in its log: sudo journalctl -u docker --since -10min",
                refusal);
    }

    /// `Status 404: {"message":"No such container: x"}` without its wrapping.
    static String words(String message) {
        var json = message.substring(Math.max(0, message.indexOf('{'))).strip();
        try {
            var answer = DockerClientConfig.getDefaultObjectMapper().readTree(json);
            return answer.path("message").asText(message);
        } catch (JsonProcessingException _) {
            return message;
        }
    }

    private static Optional<IOException> io(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(IOException.class::isInstance)
                .map(IOException.class::cast)
                .findFirst();
    }
}
