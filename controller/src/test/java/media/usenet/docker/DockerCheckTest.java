package media.usenet.docker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import org.junit.jupiter.api.Test;

class DockerCheckTest {

    private static final Path ROOT = Path.of("/var/lib/docker");

    @Test
    void anOrdinaryEngineIsFine() {
        assertThat(DockerCheck.judge(engine("Debian GNU/Linux 12 (bookworm)", "name=seccomp,profile=default")))
                .isEmpty();
    }

    @Test
    void dockerDesktopCannotRunTheStack() {
        assertThat(DockerCheck.judge(engine("Docker Desktop", "name=seccomp,profile=default")))
                .extracting(Finding::code, Finding::severity)
                .containsExactly(tuple("DOCKER_DESKTOP", Severity.ERROR));
    }

    @Test
    void anEngineWithoutRootCannotRunTheStack() {
        assertThat(DockerCheck.judge(engine("Debian GNU/Linux 12 (bookworm)", "name=rootless")))
                .extracting(Finding::code)
                .containsExactly("DOCKER_ROOTLESS");
    }

    @Test
    void roomForImagesIsWatched() {
        assertThat(DockerCheck.judge(ROOT, 6L << 30)).isEmpty();
        assertThat(DockerCheck.judge(ROOT, 2L << 30))
                .extracting(Finding::severity, Finding::text)
                .containsExactly(
                        tuple(Severity.WARNING, "2048 MiB are free for images and containers under /var/lib/docker"));
        assertThat(DockerCheck.judge(ROOT, 100L << 20))
                .extracting(Finding::severity)
                .containsExactly(Severity.ERROR);
    }

    private static EngineInfo engine(String operatingSystem, String security) {
        return new EngineInfo(
                "20.10.24",
                "1.41",
                operatingSystem,
                "overlay2",
                Set.of("runc"),
                "systemd",
                List.of(security),
                2,
                1L << 30,
                true,
                ROOT);
    }
}
