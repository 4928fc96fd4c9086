package media.usenet.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import media.usenet.composer.Compose;
import media.usenet.composer.ComposeCommand;
import media.usenet.composer.ComposeProject;
import media.usenet.composer.ToyProject;
import media.usenet.composer.WithoutComposeV2;
import media.usenet.health.Finding;
import media.usenet.host.HostProcessRunner;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(30)
class EngineFailureIT {

    private static final Duration SHORT = Duration.ofMillis(500);

    @TempDir
    Path directory;

    @Test
    void noSocketMeansNoEngine() throws IOException {
        try (var engine = engine(URI.create("unix://" + directory.resolve("none.sock")))) {
            assertProblem(engine::info, Problem.DOCKER_UNREACHABLE, "no Docker engine answers at unix://" + directory);
        }
    }

    @Test
    void aSocketLeftBehindMeansNoEngine() throws IOException {
        var socket = directory.resolve("stale.sock");
        ServerSocketChannel.open(StandardProtocolFamily.UNIX)
                .bind(UnixDomainSocketAddress.of(socket))
                .close();
        try (var engine = engine(URI.create("unix://" + socket))) {
            assertProblem(engine::info, Problem.DOCKER_UNREACHABLE, "Connection refused");
        }
    }

    @Test
    void anEngineThatNeverAnswersIsGivenUp() throws IOException {
        var socket = directory.resolve("slow.sock");
        try (var silent = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
            silent.bind(UnixDomainSocketAddress.of(socket));
            try (var engine = engine(URI.create("unix://" + socket))) {
                assertProblem(engine::info, Problem.DOCKER_TIMEOUT, "did not answer within");
                assertProblem(() -> engine.containers("x"), Problem.DOCKER_TIMEOUT, "did not answer within");
                assertProblem(
                        () -> engine.logs(List.of(), LogRequest.ALL, _ -> {}, () -> {}),
                        Problem.DOCKER_TIMEOUT,
                        "did not answer within");
            }
        }
    }

    @Test
    void anEngineThatNeverAnswersOverTcpIsGivenUp() throws IOException {
        try (var silent = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
                var engine = engine(URI.create("tcp://127.0.0.1:" + silent.getLocalPort()))) {
            assertProblem(engine::info, Problem.DOCKER_TIMEOUT, "did not answer within");
        }
    }

    @Test
    void aHostOfAnotherKindIsRefused() throws IOException {
        try (var engine = engine(URI.create("ssh://machine"))) {
            assertProblem(engine::info, Problem.DOCKER_UNREACHABLE, "ssh://machine");
        }
    }

    @Test
    void figuresAreLeftOutWithoutAnEngine() throws IOException {
        try (var engine = engine(URI.create("unix://" + directory.resolve("none.sock")))) {
            var metrics = new ContainerMetrics(engine, ToyProject.LOCAL, InstantSource.system());

            assertThat(metrics.collect().stream()).isEmpty();
        }
    }

    @Test
    void theCheckSaysThatThereIsNoEngine() throws IOException {
        var properties = properties(URI.create("unix://" + directory.resolve("none.sock")));
        try (var engine = new DockerEngine(properties, InstantSource.system())) {
            assertThat(new DockerCheck(engine).findings())
                    .extracting(Finding::code)
                    .contains("DOCKER_UNREACHABLE");
        }
    }

    @Test
    void composeSaysThatThereIsNoEngineInTheSameWords() throws IOException {
        var properties = properties(URI.create("unix://" + directory.resolve("none.sock")));
        var file = Files.writeString(directory.resolve("compose.yaml"), "services: {a: {image: 'toy:1'}}");
        var project = new ComposeProject("toynone", directory, file, directory.resolve("none.yaml"), null);
        var compose = new Compose(new HostProcessRunner(), properties);
        assumeCompose(compose);

        assertProblem(
                () -> compose.run(project, new ComposeCommand.Up(List.of(), true, true)),
                Problem.DOCKER_UNREACHABLE,
                "no Docker engine answers at unix://" + directory);
    }

    @Test
    void imagesThatNoRegistryGivesAreNamedWithTheRegistry() throws IOException {
        ToyProject.assumeEngine();
        int closed;
        try (var socket = new ServerSocket(0)) {
            closed = socket.getLocalPort();
        }
        var reference = "127.0.0.1:%d/sonarr:4".formatted(closed);
        var file = Files.writeString(
                directory.resolve("compose.yaml"), "services: {sonarr: {image: '%s'}}".formatted(reference));
        var project = new ComposeProject("toypull", directory, file, directory.resolve("none.yaml"), null);
        for (var runner : List.of(new HostProcessRunner(), new WithoutComposeV2())) {
            var compose = new Compose(runner, ToyProject.LOCAL);
            assumeCompose(compose);

            assertProblem(
                    () -> compose.run(project, new ComposeCommand.Pull(Map.of("sonarr", reference))),
                    Problem.IMAGE_NOT_PULLED,
                    "could not fetch %s from 127.0.0.1:%d".formatted(reference, closed));
        }
    }

    private static void assumeCompose(Compose compose) {
        try {
            compose.version();
        } catch (ProblemException e) {
            assumeTrue(false, "skipped, needs Docker Compose: " + e.getMessage());
        }
    }

    private static DockerProperties properties(URI host) {
        return new DockerProperties(host, SHORT, "usenet");
    }

    private static DockerEngine engine(URI host) {
        return new DockerEngine(properties(host), InstantSource.system());
    }

    private static void assertProblem(ThrowingCallable call, Problem problem, String words) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem()).isEqualTo(problem);
            assertThat(e.detail()).contains(words);
            assertThat(e.remedy()).isNotBlank();
        });
    }
}
