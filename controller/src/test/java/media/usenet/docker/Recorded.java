package media.usenet.docker;

import com.github.dockerjava.core.DockerClientConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/// What programs and the engine printed once, under `src/test/resources/recorded`.
public final class Recorded {

    private Recorded() {}

    public static String text(String name) {
        try (var stream = Recorded.class.getResourceAsStream("/recorded/" + name)) {
            return new String(Objects.requireNonNull(stream, name).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static <T> T engine(String name, Class<T> type) {
        try {
            return DockerClientConfig.getDefaultObjectMapper().readValue(text("engine/" + name), type);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
