package media.usenet.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import media.usenet.plan.StackPlan;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GeneratedStackTest {

    @TempDir
    private Path folder;

    @Test
    void before_the_first_time_there_is_nothing() {
        assertThat(stack().exists()).isFalse();
        assertThat(stack().services()).isEmpty();
        assertThat(stack().ports()).isEmpty();
    }

    @Test
    void ports_and_services_come_back_as_they_were_accepted() {
        var ports = Map.of("SONARR_PORT", 8989, "nginx-proxy-manager:443", 444, "MY__PORT", 1);
        stack().accept("services:\n  sonarr:\n    image: a:1\n    ports: ['1:2']\n", plan(ports));
        assertThat(stack().ports()).isEqualTo(ports);
        assertThat(stack().services()).isEqualTo(Map.of("sonarr", Map.of("image", "a:1", "ports", List.of("1:2"))));
    }

    @Test
    void damaged_ports_are_told_with_a_remedy() throws Exception {
        Files.writeString(folder.resolve("ports.yaml"), "SONARR_PORT: none\n");
        assertThatThrownBy(() -> stack().ports())
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.remedy()).contains("remove it"));
    }

    @Test
    void secrets_are_written_for_the_owner_alone_with_the_project_s_name() throws Exception {
        stack().writeEnvironment(Map.of("KEY", "v"));
        assertThat(folder.resolve(".env")).hasContent("COMPOSE_PROJECT_NAME='usenet'\nKEY='v'\n");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(".env"))))
                .isEqualTo("rw-------");
    }

    @Test
    void differences_are_told_by_key() {
        var before = Map.<String, Object>of("image", "a:1", "environment", Map.of("TZ", "UTC", "A", "1"));
        var after = Map.<String, Object>of(
                "image",
                "a:1",
                "environment",
                Map.of("TZ", "Europe/Berlin"),
                "volumes",
                List.of(Map.of("source", "/a", "target", "/b")));
        assertThat(Difference.between(before, after))
                .containsExactly(
                        new Difference("environment.A", "1", null),
                        new Difference("environment.TZ", "UTC", "Europe/Berlin"),
                        new Difference("volumes", null, "/a:/b"));
        assertThat(Difference.between(after, after)).isEmpty();
    }

    private GeneratedStack stack() {
        return new GeneratedStack(folder, "usenet");
    }

    private static StackPlan plan(Map<String, Integer> ports) {
        return new StackPlan(List.of(), List.of(), List.of(), List.of(), List.of(), ports, List.of(), List.of());
    }
}
