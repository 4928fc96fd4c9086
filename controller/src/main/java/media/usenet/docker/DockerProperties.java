package media.usenet.docker;

import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Where the Docker engine is, how long it may take, and which Compose project is ours.
///
/// @param host the engine's address, `unix://` or `tcp://`; the variable `DOCKER_HOST` sets it, as it does for docker
/// @param timeout how long the engine may take for one answer
/// @param project the Compose project's name
@ConfigurationProperties("docker")
public record DockerProperties(
        @DefaultValue(LOCAL) URI host,
        @DefaultValue("10s") Duration timeout,
        @DefaultValue("usenet") String project) {

    private static final String LOCAL = "unix:///var/run/docker.sock";

    public DockerProperties {
        // An empty DOCKER_HOST means none, as it does for docker.
        host = host.toString().isBlank() ? URI.create(LOCAL) : host;
    }
}
