package media.usenet.services;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import media.usenet.api.RunningController;
import media.usenet.api.Sample;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// An engine that takes connections and never answers.
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "docker.timeout=1s")
class SlowEngineIT {

    private static final Path FOLDER = RunningController.folder();
    private static final ServerSocket ENGINE = silent();

    @LocalServerPort
    private int port;

    private static ServerSocket silent() {
        try {
            return new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @DynamicPropertySource
    static void properties(DynamicPropertyRegistry properties) {
        RunningController.in(FOLDER, properties);
        properties.add("docker.host", () -> "tcp://127.0.0.1:" + ENGINE.getLocalPort());
    }

    @AfterAll
    static void closed() throws IOException {
        ENGINE.close();
    }

    @Test
    void itIsToldApartFromNoEngine() {
        var controller = new RunningController(port, FOLDER);

        var problem = Sample.json(controller.get("/v1/services").body());
        assertThat(problem.get("code").asString()).isEqualTo("DOCKER_TIMEOUT");
        assertThat(problem.get("status").asInt()).isEqualTo(504);
        assertThat(problem.get("detail").asString()).endsWith("did not answer within 1 s");
        assertThat(Sample.json(controller.get("/v1/services/preview").body())
                        .at("/findings/0/code")
                        .asString())
                .isEqualTo("DOCKER_TIMEOUT");
    }
}
