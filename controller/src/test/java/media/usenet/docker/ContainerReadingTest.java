package media.usenet.docker;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.dockerjava.api.command.InspectContainerResponse;
import java.time.Instant;
import media.usenet.docker.Container.Health;
import media.usenet.docker.Container.Port;
import media.usenet.docker.Container.State;
import org.junit.jupiter.api.Test;

class ContainerReadingTest {

    @Test
    void readsARunningContainer() {
        var first = container("first");

        assertThat(first.name()).isEqualTo("media-first-1");
        assertThat(first.service()).isEqualTo("first");
        assertThat(first.configHash()).isEqualTo("abc");
        assertThat(first.state()).isEqualTo(State.RUNNING);
        assertThat(first.health()).isEqualTo(Health.HEALTHY);
        assertThat(first.probe()).isEqualTo("ok");
        assertThat(first.exitCode()).isNull();
        assertThat(first.started()).isEqualTo(Instant.parse("2026-11-21T13:39:51.104895508Z"));
        assertThat(first.finished()).isNull();
        assertThat(first.image()).isEqualTo("media.usenet.test/toy:1");
        assertThat(first.imageId()).startsWith("sha256:");
        assertThat(first.ports()).containsExactly(new Port("127.0.0.1", 18096, 8080, "tcp"));
    }

    @Test
    void readsOneThatWasKilled() {
        var second = container("second");

        assertThat(second.state()).isEqualTo(State.EXITED);
        assertThat(second.health()).isEqualTo(Health.NONE);
        assertThat(second.exitCode()).isEqualTo(137);
        assertThat(second.outOfMemory()).isFalse();
        assertThat(second.finished()).isAfter(second.started());
        assertThat(second.ports()).isEmpty();
    }

    @Test
    void readsOneThatNeverRan() {
        var third = container("third");

        assertThat(third.state()).isEqualTo(State.CREATED);
        assertThat(third.exitCode()).isNull();
        assertThat(third.started()).isNull();
        assertThat(third.service()).isEmpty();
    }

    @Test
    void aStateOfALaterEngineIsNoFailure() {
        assertThat(ContainerReading.state("hibernating")).isEqualTo(State.OTHER);
        assertThat(ContainerReading.health("splendid")).isEqualTo(Health.NONE);
    }

    private static Container container(String name) {
        return ContainerReading.read(Recorded.engine("container-" + name + ".json", InspectContainerResponse.class));
    }
}
