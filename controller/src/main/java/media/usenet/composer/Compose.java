package media.usenet.composer;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import media.usenet.docker.DockerProperties;
import media.usenet.docker.EngineFailure;
import media.usenet.host.Command;
import media.usenet.host.Outcome;
import media.usenet.host.Outcome.Exited;
import media.usenet.host.ProcessRunner;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The Docker Compose command: the second generation (`docker compose`) where it is installed, otherwise the first
/// (`docker-compose`).
@Component
public final class Compose {

    private static final List<List<String>> PROGRAMS = List.of(List.of("docker", "compose"), List.of("docker-compose"));
    private static final Duration LOOK = Duration.ofSeconds(10);
    private static final Pattern SECRET =
            Pattern.compile("(?i)[A-Z0-9_]*(?:KEY|TOKEN|SECRET|PASS)[A-Z0-9_]*=['\"]?(.{6,}?)['\"]?\\s*");

    private final ProcessRunner runner;
    private final DockerProperties properties;
    private volatile @Nullable ComposeVersion version;

    public Compose(ProcessRunner runner, DockerProperties properties) {
        this.runner = runner;
        this.properties = properties;
    }

    /// Which Compose there is. Looked for until one is found, then remembered.
    ///
    /// @throws ProblemException `COMPOSE_MISSING`
    public ComposeVersion version() {
        var known = version;
        if (known == null) {
            known = find();
            version = known;
        }
        return known;
    }

    /// As [#run(ComposeProject, ComposeCommand, Consumer)], without a look at its progress.
    public <R> R run(ComposeProject project, ComposeCommand<R> command) {
        return run(project, command, _ -> {});
    }

    /// Runs the command to its end and answers what it printed. Its steps are handed over as they come, from another
    /// thread.
    ///
    /// @throws ProblemException `COMPOSE_MISSING`; `COMPOSE_REJECTED` when it does not like the files;
    /// `IMAGE_NOT_PULLED`; `DOCKER_UNREACHABLE`; `DOCKER_TIMEOUT`; `COMPOSE_FAILED` with its own words for all else
    public <R> R run(ComposeProject project, ComposeCommand<R> command, Consumer<Progress> onProgress) {
        var progress = new ComposeProgress(project.name());
        var outcome = runner.run(
                line(project, command), stderr -> progress.read(stderr).ifPresent(onProgress));
        return switch (outcome) {
            case Exited exited -> answer(project, command, exited);
            case Outcome.TimedOut timedOut -> throw EngineFailure.timedOut(properties.host(), timedOut.after());
            case Outcome.NotFound _ -> throw missing();
        };
    }

    private <R> R answer(ComposeProject project, ComposeCommand<R> command, Exited exited) {
        var safe = new Exited(exited.code(), exited.stdout(), redact(exited.stderr(), project.environment()));
        ComposeFailure.of(command, safe, properties.host()).ifPresent(problem -> {
            throw problem;
        });
        return command.answer(exited.stdout(), safe.stderr());
    }

    private Command line(ComposeProject project, ComposeCommand<?> command) {
        var found = version();
        var arguments = new ArrayList<>(found.program());
        arguments.addAll(List.of("--ansi", "never"));
        if (!found.first()) {
            arguments.addAll(List.of("--progress", "plain"));
        }
        arguments.addAll(project.arguments());
        arguments.addAll(command.arguments(found));
        return engine(Command.of(command.timeout(), arguments));
    }

    // Whatever Docker context the user has chosen, Compose must talk to the engine that we talk to.
    private Command engine(Command command) {
        return command.with("DOCKER_HOST", properties.host().toString());
    }

    private ComposeVersion find() {
        return PROGRAMS.stream()
                .flatMap(program -> look(program).stream())
                .findFirst()
                .orElseThrow(Compose::missing);
    }

    private Optional<ComposeVersion> look(List<String> program) {
        var arguments = new ArrayList<>(program);
        arguments.addAll(List.of("version", "--short"));
        return runner.run(engine(Command.of(LOOK, arguments))) instanceof Exited exited && exited.succeeded()
                ? Optional.of(new ComposeVersion(exited.stdout().strip(), program))
                : Optional.empty();
    }

    private static ProblemException missing() {
        return new ProblemException(
                Problem.COMPOSE_MISSING,
                "Docker Compose is not installed",
                "install it: sudo apt install docker-compose-v2, or docker-compose-plugin, or docker-compose");
    }

    /// The text without the secrets that stand in the file of variables.
    private static String redact(String text, @Nullable Path environment) {
        if (environment == null || !Files.isReadable(environment)) {
            return text;
        }
        try (var lines = Files.lines(environment)) {
            return lines.map(SECRET::matcher)
                    .filter(Matcher::matches)
                    .map(found -> found.group(1).strip())
                    .reduce(text, (redacted, secret) -> redacted.replace(secret, "***"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
