package media.usenet.composer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import media.usenet.composer.ComposeCommand.ConfigHashes;
import media.usenet.composer.ComposeCommand.Pull;
import media.usenet.composer.ComposeCommand.Up;
import media.usenet.composer.ComposeCommand.Validate;
import media.usenet.docker.Recorded;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.Outcome.Exited;
import media.usenet.host.ProcessRunner;
import media.usenet.problem.Flaw;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ComposeTest {

    private static final Up UP = new Up(List.of(), true, true);

    @TempDir
    Path directory;

    private final List<Command> commands = new ArrayList<>();
    private Outcome outcome = new Exited(0, "", "");
    private ComposeProject project = new ComposeProject("media", Path.of("."), Path.of("."), Path.of("."), null);

    @BeforeEach
    void layOut() throws IOException {
        var file = Files.writeString(directory.resolve("compose.yaml"), "services: {}");
        project = new ComposeProject(
                "media", directory, file, directory.resolve("compose.override.yaml"), directory.resolve("stack.env"));
    }

    @Test
    void theSecondGenerationIsPreferred() {
        var compose = compose("v2");

        compose.run(project, new Validate());

        assertThat(compose.version().number()).isEqualTo("2.26.1-4");
        assertThat(lastArguments())
                .isEqualTo("docker compose --ansi never --progress plain --project-name media --project-directory %s "
                                .formatted(directory)
                        + "--file %s/compose.yaml config --quiet".formatted(directory));
        assertThat(commands.getLast().environment()).containsEntry("DOCKER_HOST", "unix:///var/run/docker.sock");
    }

    @Test
    void theFirstGenerationDoes() {
        var compose = compose("v1");

        compose.run(project, new Up(List.of("sonarr"), false, false));

        assertThat(compose.version().first()).isTrue();
        assertThat(lastArguments())
                .startsWith("docker-compose --ansi never --project-name media")
                .endsWith("up --detach --no-build --no-deps sonarr");
    }

    @Test
    void noneAtAllIsAProblem() {
        assertThatThrownBy(() -> compose("none").version())
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.COMPOSE_MISSING));
    }

    @Test
    void theUsersFilesApplyOnceTheyAreThere() throws IOException {
        var compose = compose("v2");
        Files.writeString(project.override(), "services: {}");
        Files.writeString(directory.resolve("stack.env"), "");

        compose.run(project, UP);

        assertThat(lastArguments())
                .contains("--file %1$s/compose.yaml --file %1$s/compose.override.yaml --env-file %1$s/stack.env"
                        .formatted(directory))
                .endsWith("up --detach --no-build --pull never --remove-orphans");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void hashesComeByService(String version) {
        outcome = new Exited(0, Recorded.text("compose/" + version + "/config-hash.stdout"), "");

        assertThat(compose(version).run(project, new ConfigHashes()))
                .containsOnlyKeys("first", "second", "third")
                .allSatisfy((_, hash) -> assertThat(hash).matches("[0-9a-f]{64}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void warningsAreTheAnswerOfACommandThatSucceeds(String version) {
        recorded(version, "config-variable");
        assertThat(compose(version).run(project, new Validate()))
                .singleElement()
                .asString()
                .contains("NOT_SET")
                .contains("variable is not set");

        recorded(version, "up-orphans");
        assertThat(compose(version).run(project, UP)).singleElement().asString().startsWith("Found orphan containers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void wrongFilesAreRefusedInComposesWords(String version) {
        recorded(version, "config-wrong");
        assertProblem(version, new Validate(), Problem.COMPOSE_REJECTED, "services.first.ports");
        assertProblem(version, UP, Problem.COMPOSE_REJECTED, "services.first.ports");

        recorded(version, "config-no-yaml");
        assertProblem(version, UP, Problem.COMPOSE_REJECTED, "did not find expected|while parsing a block mapping");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void anEngineThatIsNotThereIsOneSentence(String version) {
        recorded(version, "engine-away");
        assertProblem(
                version,
                UP,
                Problem.DOCKER_UNREACHABLE,
                "^no Docker engine answers at unix:///var/run/docker.sock: nobody listens there$");

        recorded(version, "engine-forbidden");
        assertProblem(version, UP, Problem.DOCKER_UNREACHABLE, "^this user may not talk to the Docker engine");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void whatOthersWaitedForInVainIsNamed(String version) {
        recorded(version, "up-sick");
        assertProblem(version, UP, Problem.COMPOSE_FAILED, "^(media-first-1|[0-9a-f]{12}) did not become healthy");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void aPortThatIsTakenIsSaidAsItIs(String version) {
        recorded(version, "up-port-taken");
        assertProblem(version, UP, Problem.COMPOSE_FAILED, "127.0.0.1:5000: bind: address already in use");
    }

    @Test
    void anImageThatIsNotHereIsNamed() {
        recorded("v2", "up-missing-image");
        assertProblem(
                "v2", UP, Problem.IMAGE_NOT_PULLED, "^the image media.usenet.test/nothing:1 is not on this machine$");
    }

    @ParameterizedTest
    @ValueSource(strings = {"v1", "v2"})
    void everyImageThatCannotBeHadIsNamedWithItsRegistry(String version) {
        recorded(version, "pull-failing");
        var images = Map.of(
                "first", "127.0.0.1:5001/sonarr:4",
                "second", "127.0.0.1:5000/nothing:1",
                "third", "127.0.0.1:5000/large:1");

        assertThatThrownBy(() -> compose(version).run(project, new Pull(images)))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isEqualTo(Problem.IMAGE_NOT_PULLED);
                    assertThat(e.detail())
                            .contains("127.0.0.1:5001/sonarr:4", "127.0.0.1:5000/nothing:1")
                            .doesNotContain("large")
                            .endsWith("everything that has its image keeps working");
                    assertThat(e.flaws())
                            .contains(new Flaw("first", "127.0.0.1:5001/sonarr:4", "connection refused"))
                            .hasSize(2);
                });
    }

    @Test
    void manyImagesAreNamedInAFewWords() {
        var images = List.of("a", "b", "c", "d", "e").stream()
                .collect(Collectors.toMap(name -> name, name -> "lscr.io/x/" + name + ":1"));
        outcome = new Exited(
                0,
                "",
                images.keySet().stream()
                        .map(name -> " %s Error Get \"https://lscr.io/v2/\": dial tcp: lookup lscr.io: no such host \n"
                                .formatted(name))
                        .collect(Collectors.joining()));

        assertProblem(
                "v2",
                new Pull(images),
                Problem.IMAGE_NOT_PULLED,
                "^could not fetch lscr.io/x/a:1, lscr.io/x/b:1, lscr.io/x/c:1 and 2 more from lscr.io; ");
    }

    @Test
    void secretsAreNotRepeated() throws IOException {
        Files.writeString(
                directory.resolve("stack.env"),
                "SONARR_API_KEY=0123456789abcdef\nTZ=Etc/UTC\nDB_PASSWORD='pass word'\n");
        outcome = new Exited(1, "", "no service \"0123456789abcdef\", nor pass word, in Etc/UTC\n");

        assertProblem("v2", UP, Problem.COMPOSE_FAILED, "no service \"\\*\\*\\*\", nor \\*\\*\\*, in Etc/UTC");
    }

    @Test
    void aCommandThatTakesTooLongIsEnded() {
        outcome = new Outcome.TimedOut(Duration.ofMinutes(30));
        assertProblem("v2", UP, Problem.DOCKER_TIMEOUT, "1800 s");
    }

    private void recorded(String version, String name) {
        var code = Recorded.text("compose/" + version + "/exit-codes")
                .lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> Integer.parseInt(line.substring(name.length() + 2)))
                .findFirst()
                .orElseThrow();
        outcome = new Exited(code, "", Recorded.text("compose/" + version + "/" + name + ".stderr"));
    }

    private void assertProblem(String version, ComposeCommand<?> command, Problem problem, String pattern) {
        assertThatThrownBy(() -> compose(version).run(project, command))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problem()).isEqualTo(problem);
                    assertThat(e.detail()).containsPattern(pattern);
                    assertThat(e.remedy()).isNotBlank();
                });
    }

    private String lastArguments() {
        return commands.getLast().toString();
    }

    private Compose compose(String version) {
        return new Compose(
                new ProcessRunner() {
                    @Override
                    public Outcome run(Command command, Consumer<String> onErrorLine) {
                        commands.add(command);
                        return command.argv().contains("version") ? version(command) : outcome;
                    }

                    private Outcome version(Command command) {
                        var second = command.argv().contains("compose");
                        return version.equals(second ? "v2" : "v1")
                                ? new Exited(0, Recorded.text("compose/" + version + "/version.stdout"), "")
                                : new Outcome.NotFound(command.program());
                    }
                },
                ToyProject.LOCAL);
    }
}
