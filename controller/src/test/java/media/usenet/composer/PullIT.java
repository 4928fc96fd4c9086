package media.usenet.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import media.usenet.composer.ComposeCommand.Pull;
import media.usenet.docker.DockerEngine;
import media.usenet.docker.ToyImages;
import media.usenet.docker.ToyImages.Toy;
import media.usenet.host.Command;
import media.usenet.host.HostProcessRunner;
import media.usenet.host.Outcome.Exited;
import media.usenet.host.ProcessRunner;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Pulls from a registry of this machine's own.
@Timeout(120)
class PullIT {

    @TempDir
    Path directory;

    private String reference = "";
    private @Nullable Process registry;

    static Stream<Named<ProcessRunner>> generations() {
        return Stream.of(
                Named.of("docker compose", new HostProcessRunner()),
                Named.of("docker-compose", new WithoutComposeV2()));
    }

    @BeforeEach
    void publishAnImage() throws IOException {
        ToyProject.assumeEngine();
        var program = Path.of("/usr/local/bin/docker-registry");
        assumeTrue(Files.isExecutable(program), "skipped, needs " + program);
        int port;
        try (var socket = new ServerSocket(0)) {
            port = socket.getLocalPort();
        }
        var config = Files.writeString(
                directory.resolve("registry.yaml"), """
                version: 0.1
                storage: {filesystem: {rootdirectory: %s}}
                http: {addr: "127.0.0.1:%d"}
                """.formatted(directory.resolve("registry"), port));
        registry = new ProcessBuilder(program.toString(), "serve", config.toString())
                .redirectErrorStream(true)
                .start();
        awaitListening(registry);
        reference = "127.0.0.1:%d/toy:1".formatted(port);
        new ToyImages().make(Toy.of(reference, 8080));
        docker("push", "--quiet", reference);
        docker("rmi", reference);
    }

    @AfterEach
    void tidyUp() {
        if (registry != null) {
            registry.destroy();
            new HostProcessRunner().run(Command.of(Duration.ofMinutes(1), "docker", "rmi", reference));
        }
    }

    @ParameterizedTest
    @MethodSource("generations")
    void imagesArePulledWithProgress(ProcessRunner runner) throws IOException {
        var file = Files.writeString(
                directory.resolve("compose.yaml"), "services: {sonarr: {image: '%s'}}".formatted(reference));
        var project = new ComposeProject("toypull", directory, file, directory.resolve("none.yaml"), null);
        var steps = new ConcurrentLinkedQueue<Progress>();

        new Compose(runner, ToyProject.LOCAL).run(project, new Pull(Map.of("sonarr", reference)), steps::add);

        assertThat(steps).extracting(Progress::subject).contains("sonarr");
        try (var engine = new DockerEngine(ToyProject.LOCAL, InstantSource.system())) {
            assertThat(engine.images(List.of(reference)).values())
                    .singleElement()
                    .satisfies(image -> assertThat(image.digests()).isNotEmpty());
        }
    }

    private static void awaitListening(Process registry) throws IOException {
        var log = new BufferedReader(new InputStreamReader(registry.getInputStream(), StandardCharsets.UTF_8));
        for (var line = log.readLine(); line != null; line = log.readLine()) {
            if (line.contains("listening on")) {
                Thread.startVirtualThread(() -> log.lines().forEach(_ -> {}));
                return;
            }
        }
        throw new IllegalStateException("the registry did not start");
    }

    private static void docker(String... arguments) {
        var argv = Stream.concat(Stream.of("docker"), Stream.of(arguments)).toList();
        assertThat(new HostProcessRunner().run(Command.of(Duration.ofMinutes(1), argv)))
                .isInstanceOfSatisfying(
                        Exited.class,
                        exited -> assertThat(exited.succeeded())
                                .as(exited.stderr())
                                .isTrue());
    }
}
