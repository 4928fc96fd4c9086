package media.usenet.docker;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Collectors;
import media.usenet.composer.ToyProject;
import media.usenet.docker.Container.Health;
import media.usenet.docker.ToyImages.Toy;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// What the other tests trust the toys to do.
@Timeout(120)
class ToyImagesIT {

    private static final String HARDSHIP = """
            services:
              toy:
                image: media.usenet.test/toy:1
                command: ["serve", "--everything"]
                user: "1000:1000"
                read_only: true
                tmpfs: [/tmp]
                environment: {PATH: /nowhere, PUID: "1000", HOME: /config}
              native:
                image: media.usenet.test/toy:native
              refusing:
                image: media.usenet.test/toy:refusing
            """;

    @TempDir
    Path directory;

    @Test
    void answerHealthChecksWhateverTheyAreStartedWith() throws IOException {
        try (var toys = ToyProject.in(directory, HARDSHIP)) {
            new ToyImages()
                    .with(List.of("pg_isready", "/gluetun-entrypoint"))
                    .make(
                            Toy.of("media.usenet.test/toy:native").withHealthCheck(),
                            Toy.of("media.usenet.test/toy:refusing", 8080).answering(401));
            toys.up();

            assertThat(run(toys, "toy", "curl -fsS -o /dev/null http://127.0.0.1:8080/ping"))
                    .isEqualTo("0: ");
            assertThat(run(toys, "toy", "curl --fail --silent --max-time 5 http://localhost:8080/any/path?a=b"))
                    .isEqualTo("0: ok");
            assertThat(run(toys, "toy", "curl -ksw '%{http_code}' -o /dev/null https://127.0.0.1:8080/"))
                    .isEqualTo("0: 200");
            assertThat(run(toys, "toy", "curl -sf http://127.0.0.1:8081/")).isEqualTo("7: ");
            assertThat(run(toys, "toy", "wget --spider -q --tries=1 -T 5 http://127.0.0.1:8080/"))
                    .isEqualTo("0: ");
            assertThat(run(toys, "toy", "wget -qO- http://127.0.0.1:8080/")).isEqualTo("0: ok");
            assertThat(run(toys, "refusing", "curl -fsS http://127.0.0.1:8080/"))
                    .isEqualTo("22: ");
            assertThat(run(toys, "refusing", "wget -q -O /dev/null http://127.0.0.1:8080/"))
                    .isEqualTo("22: ");
            assertThat(run(toys, "refusing", "curl -s -o /dev/null -w '%{http_code}' http://127.0.0.1:8080/"))
                    .isEqualTo("0: 401");
            assertThat(run(toys, "native", "pg_isready && /gluetun-entrypoint healthcheck"))
                    .isEqualTo("0: OK OK");
            assertThat(toys.container("native").health()).isNotEqualTo(Health.NONE);
        }
    }

    private static String run(ToyProject toys, String service, String command) {
        var lines = new ConcurrentLinkedQueue<OutputLine>();
        var exit = toys.engine.exec(
                toys.container(service), List.of("/bin/sh", "-c", "PATH=/usr/bin:/bin; " + command), lines::add);
        return exit + ": " + lines.stream().map(OutputLine::text).collect(Collectors.joining(" "));
    }
}
