package media.usenet.rehearsal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SpecimenTest {

    private static final Path THERE = Path.of("/var/lib/usenet/apps");
    private static final Map<String, Object> SONARR = Map.of(
            "image",
            "sonarr:4",
            "environment",
            Map.of("PUID", "1000"),
            "ports",
            List.of("127.0.0.1:8989:8989"),
            "networks",
            List.of("media"),
            "devices",
            List.of("/dev/dri:/dev/dri"),
            "depends_on",
            Map.of("prowlarr", Map.of("condition", "service_healthy")),
            "restart",
            "unless-stopped",
            "healthcheck",
            Map.of("test", List.of("CMD", "curl", "http://localhost:8989/ping"), "interval", "30s"),
            "volumes",
            List.of(
                    Map.of("type", "bind", "source", "/var/lib/usenet/apps/sonarr", "target", "/config"),
                    Map.of("type", "bind", "source", "/srv/pool/root", "target", "/pool")));

    @Test
    void ofThisMachineItHasNothingButItsCopy() {
        var model = new Specimen("sonarr", SONARR)
                .harmless("usenet-drill-sonarr", THERE, Path.of("/scratch/apps"), Duration.ofSeconds(90));

        assertThat(model)
                .containsEntry("network_mode", "none")
                .containsEntry("container_name", "usenet-drill-sonarr")
                .containsEntry("restart", "no")
                .containsEntry("image", "sonarr:4")
                .doesNotContainKeys("ports", "networks", "devices", "depends_on");
        assertThat(model.get("volumes"))
                .isEqualTo(List.of(Map.of("type", "bind", "source", "/scratch/apps/sonarr", "target", "/config")));
    }

    @Test
    void itIsAskedWhatTheStackAsksOnlyMoreOften() {
        var model = new Specimen("sonarr", SONARR).harmless("c", THERE, THERE, Duration.ofSeconds(90));

        assertThat((Map<?, ?>) model.get("healthcheck"))
                .isEqualTo(Map.of(
                        "test",
                        List.of("CMD", "curl", "http://localhost:8989/ping"),
                        "interval",
                        "2s",
                        "timeout",
                        "10s",
                        "retries",
                        3,
                        "start_period",
                        "90s"));
    }

    @Test
    void whatWorksOnTheMachineItselfIsNotTried() {
        assertThat(with("privileged", true).refusal()).contains("it works on the machine itself");
        assertThat(with("network_mode", "host").refusal()).contains("it works on the machine itself");
        assertThat(with("volumes", List.of("/var/run/docker.sock:/var/run/docker.sock:ro"))
                        .refusal())
                .contains("it speaks with the engine");
        assertThat(new Specimen("sonarr", SONARR).refusal()).isEmpty();
    }

    @Test
    void whatCannotBeAskedIsNotTried() {
        var silent = new HashMap<>(SONARR);
        silent.remove("healthcheck");

        assertThat(new Specimen("sonarr", silent).refusal()).isNotEmpty();
    }

    private static Specimen with(String key, Object value) {
        var changed = new HashMap<>(SONARR);
        changed.put(key, value);
        return new Specimen("sonarr", changed);
    }
}
