package media.usenet.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import media.usenet.catalog.ServiceDefinition.SecretDefinition.Format;
import media.usenet.plan.StackPlan.Secret;
import media.usenet.problem.ProblemException;
import media.usenet.yaml.EnvFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretStoreTest {

    @TempDir
    private Path folder;

    @Test
    void each_format_is_made_as_its_applications_want_it() {
        var values = store().ensure(List.of(
                secret("A", Format.HEX32),
                secret("B", Format.HEX64),
                secret("C", Format.PASSWORD),
                secret("D", Format.GIVEN)));
        assertThat(values.get("A")).matches("[0-9a-f]{32}");
        assertThat(values.get("B")).matches("[0-9a-f]{64}");
        assertThat(values.get("C")).matches("[A-Za-z2-9]{24}");
        assertThat(values.get("D")).isEmpty();
    }

    @Test
    void what_was_made_is_kept_for_ever_by_its_owner_alone() throws Exception {
        var first = store().ensure(List.of(secret("A", Format.HEX32)));
        store().ensure(List.of(secret("B", Format.HEX32)));
        assertThat(store().ensure(List.of(secret("A", Format.HEX32)))).isEqualTo(first);
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file())))
                .isEqualTo("rw-------");
    }

    @Test
    void what_the_user_gives_wins_and_is_not_stored() throws Exception {
        var made = store().ensure(List.of(secret("A", Format.HEX32)));
        var given = new Secret("A", "sonarr", Format.HEX32, Optional.of("mine"));
        assertThat(store().ensure(List.of(given))).containsEntry("A", "mine");
        assertThat(Files.readString(file())).doesNotContain("mine");
        assertThat(store().ensure(List.of(secret("A", Format.HEX32)))).isEqualTo(made);
    }

    @ParameterizedTest
    @ValueSource(strings = {"it's", "a$b ${C} # d", "\"x\"", "a\\b", " spaced ", "'"})
    void any_value_comes_back_from_the_file_as_it_was(String value) {
        assertThat(EnvFile.parse("f", SecretStore.lines(Map.of("A", value))).variables())
                .containsEntry("A", value);
    }

    @Test
    void a_single_quote_is_written_as_both_composes_read_it() {
        assertThat(SecretStore.lines(Map.of("A", "it's"))).isEqualTo("A='it\\'s'\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ends\\", "a\\'b", "a\\\\b", "two\nlines"})
    void what_no_quoting_carries_through_both_composes_is_refused_without_telling_it(String value) {
        assertThatThrownBy(() -> SecretStore.lines(Map.of("VPN_KEY", value)))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("VPN_KEY")
                .hasMessageNotContaining(value);
    }

    private SecretStore store() {
        return new SecretStore(file());
    }

    private Path file() {
        return folder.resolve("secrets/services.env");
    }

    private static Secret secret(String name, Format format) {
        return new Secret(name, "sonarr", format, Optional.empty());
    }
}
