package media.usenet.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhereaboutsTest {

    private static final URI HERE = URI.create("http://127.0.0.1:7070");

    @TempDir
    private Path folder;

    private final Map<String, String> environment = new HashMap<>();

    @Test
    void theEnvironmentComesFirstThenItsFileThenTheSystemsThenTheUsers() throws IOException {
        environment.put("HOME", folder.resolve("home").toString());
        write("home/.local/state/usenet/token", "users");
        assertThat(secret()).isEqualTo("users");
        write("run/token", "systems\n");
        assertThat(secret()).isEqualTo("systems");
        write("named", " named ");
        environment.put("USENET_TOKEN_FILE", folder.resolve("named").toString());
        assertThat(secret()).isEqualTo("named");
        environment.put("USENET_TOKEN", "given");
        assertThat(secret()).isEqualTo("given");
    }

    @Test
    void theUsersStateFolderMayBeElsewhere() throws IOException {
        environment.put("HOME", folder.resolve("home").toString());
        environment.put("XDG_STATE_HOME", folder.resolve("state").toString());
        write("state/usenet/token", "there");
        assertThat(secret()).isEqualTo("there");
    }

    @Test
    void theAddressIsReadBesideTheToken() throws IOException {
        write("run/token", "t");
        assertThat(whereabouts(null).url()).isEqualTo(HERE);
        write("run/controller.url", "http://127.0.0.1:7171\n");
        assertThat(whereabouts(null).url()).isEqualTo(URI.create("http://127.0.0.1:7171"));
        environment.put("USENET_CONTROLLER", "http://[::1]:1");
        assertThat(whereabouts(null).url()).isEqualTo(URI.create("http://[::1]:1"));
        assertThat(whereabouts("http://nas:2").url()).isEqualTo(URI.create("http://nas:2"));
    }

    @Test
    void aTokenOfThisMachineDoesNotLeaveIt() throws IOException {
        write("run/token", "ours");
        assertThat(whereabouts(null).token(URI.create("http://nas:7070"))).isNull();
        environment.put("USENET_TOKEN", "theirs");
        assertThat(whereabouts(null).token(URI.create("http://nas:7070"))).isNotNull();
    }

    @Test
    void aFileThatCannotBeReadIsNamedWithAWayIn() throws IOException {
        Files.createDirectories(folder.resolve("run/token"));
        assertThatThrownBy(this::secret)
                .isInstanceOfSatisfying(
                        CliProblem.class,
                        problem -> assertThat(problem.text())
                                .contains("cannot read the controller's token in " + folder.resolve("run/token"))
                                .contains("  try: sudo usenet ..."));
    }

    @Test
    void aNamedFileThatIsMissingIsNotPassedOver() {
        environment.put("USENET_TOKEN_FILE", folder.resolve("none").toString());
        assertThatThrownBy(this::secret).hasMessageContaining("there is no such file");
    }

    @Test
    void whatCannotStandInAHeaderIsNoToken() {
        environment.put("USENET_TOKEN", "a\r\nX-Evil: b");
        assertThatThrownBy(this::secret).hasMessage("USENET_TOKEN does not hold a token");
    }

    @Test
    void aTokenDoesNotShowItself() {
        assertThat(new Token("secret", "here")).hasToString("***");
    }

    @Test
    void aRefusedTokenIsSaidToBeThat() {
        try (var controller = new FakeController()) {
            environment.put("USENET_CONTROLLER", controller.url().toString());
            environment.put("USENET_TOKEN", "wrong");
            var ran = Ran.with(environment, Ran.PIPE, "", "services", "list");
            assertThat(ran.exit()).isEqualTo(1);
            assertThat(ran.err())
                    .contains("refuses the token from USENET_TOKEN")
                    .doesNotContain("wrong");
        }
    }

    @Test
    void aMissingTokenIsSaidWithThePlacesLookedAt() {
        try (var controller = new FakeController()) {
            environment.put("USENET_CONTROLLER", controller.url().toString());
            var ran = Ran.with(environment, Ran.PIPE, "", "services", "list");
            assertThat(ran.err()).contains("wants a token, and none was found", "/nowhere/token");
        }
    }

    private String secret() {
        var token = whereabouts(null).token(HERE);
        assertThat(token).isNotNull();
        return token == null ? "" : token.secret();
    }

    private Whereabouts whereabouts(@Nullable String asked) {
        return new Whereabouts(environment, folder.resolve("run"), asked);
    }

    private void write(String file, String text) throws IOException {
        var path = folder.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
