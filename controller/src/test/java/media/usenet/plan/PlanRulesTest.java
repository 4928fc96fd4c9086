package media.usenet.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import media.usenet.golden.PlanCase;
import media.usenet.plan.Decision.Limit;
import media.usenet.settings.StackSettings.Folders;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlanRulesTest {

    @ParameterizedTest
    @CsvSource({
        "20.10.24, 2.26.1,   false",
        "24.0.9,   2.26.1,   false",
        "25.0.0,   2.26.1-4, true",
        "28.2.2,   v2.30.0,  true",
        "25.0.0,   2.20.2,   false",
        "25.0.0,   2.20.3,   true",
        "25.0.0,   2.2.3,    false",
        "25.0.0,   v2.19.1,  false",
        "25.0.0,   1.29.2,   false",
        "25.0.0,   5.0.1,    true",
        "unknown,  unknown,  false",
    })
    void only_new_engines_with_a_new_compose_ask_often_while_a_container_starts(
            String engine, String compose, boolean can) {
        assertThat(new EngineFacts(engine, compose, Set.of(), true).hasStartInterval())
                .isEqualTo(can);
    }

    @ParameterizedTest
    @CsvSource({"1, 1, light", "1, 1, dedicated", "2, 1, development", "64, 64, dedicated", "3, 2, balanced"})
    void no_limit_exceeds_the_machine(int threads, int gibibytes, String profile) {
        var plan = PlanCase.plan("machine: {threads: %d, memory-gib: %d}\nsettings: |\n  profile: %s\n"
                .formatted(threads, gibibytes, profile));
        assertThat(plan.services().stream().flatMap(service -> service.decisions().stream()))
                .filteredOn(Limit.class::isInstance)
                .isNotEmpty()
                .allSatisfy(decision -> {
                    var limit = (Limit) decision;
                    assertThat(limit.cpus().orElseThrow()).isPositive().isLessThanOrEqualTo(threads);
                    assertThat(limit.memory().toGigabytes()).isLessThanOrEqualTo(gibibytes);
                    assertThat(limit.memory().toMegabytes()).isPositive();
                });
    }

    @Test
    void aServiceBringsEveryServiceThatMustStartBeforeIt() {
        var plan = PlanCase.plan("catalog: [prowlarr, sonarr, bazarr]\n");

        assertThat(plan.startedBefore("bazarr")).containsExactly("prowlarr", "sonarr");
        assertThat(plan.withStartedBefore(Set.of("sonarr"))).containsExactly("prowlarr", "sonarr");
    }

    @Test
    void dollar_signs_reach_the_container_as_they_are_and_secrets_stay_variables() {
        var variables = new Variables(Map.of("A", "x$y", "EMPTY", ""), Set.of("KEY"));
        assertThat(variables.resolveModel(Map.of("v", "${A} $$HOME ${KEY}"))).containsEntry("v", "x$$y $$HOME ${KEY}");
        assertThat(variables.resolve("${A} $$HOME ${KEY}")).isEqualTo("x$y $HOME ${KEY}");
        assertThat(variables.unset()).isEmpty();
    }

    @Test
    void an_empty_value_gives_way_to_an_alternative_as_compose_has_it() {
        var variables = new Variables(Map.of("EMPTY", ""), Set.of());
        assertThat(variables.resolve("${EMPTY:-usual}|${EMPTY-usual}|${GONE-usual}|${EMPTY}"))
                .isEqualTo("usual||usual|");
        assertThat(variables.unset()).isEmpty();
        assertThat(variables.resolve("${GONE}")).isEmpty();
        assertThat(variables.unset()).containsExactly("GONE");
    }

    @ParameterizedTest
    @CsvSource({
        "/data/media,        /data/downloads,       /data",
        "/mnt/a/media,       /mnt/a/media/complete, /mnt/a/media",
        "/home/ann/media,    /home/ann/downloads,   /home/ann",
        "/srv/pool/x/media,  /srv/pool/x/downloads, /srv/pool/x",
    })
    void folders_below_one_are_bound_as_one_tree(Path media, Path downloads, Path root) {
        var tree = DataTree.of(folders(media, downloads));
        assertThat(tree.root()).isEqualTo(root);
        assertThat(tree.outside()).isEmpty();
        assertThat(tree.findings()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/var", "/home", "/", "/opt", "/var/lib", "/root"})
    void nothing_that_holds_the_system_is_bound_into_containers(Path parent) {
        var tree = DataTree.of(folders(parent.resolve("media"), parent.resolve("downloads")));
        assertThat(tree.root()).isEqualTo(Path.of("/srv/pool/root"));
        assertThat(tree.outside()).extracting(DataTree.Outside::name).isEqualTo(List.of("media", "downloads"));
        assertThat(tree.findings()).hasSize(1);
    }

    private static Folders folders(Path media, Path downloads) {
        return new Folders(Path.of("/opt/appdata"), Path.of("/srv/pool"), Optional.of(media), Optional.of(downloads));
    }
}
