package media.usenet.services;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;
import media.usenet.compose.ComposeFile;
import media.usenet.composer.Compose;
import media.usenet.composer.ComposeCommand.ConfigHashes;
import media.usenet.composer.ComposeCommand.Validate;
import media.usenet.composer.ComposeProject;
import media.usenet.docker.DockerProperties;
import media.usenet.host.ProgramFolders;
import media.usenet.host.WholeFile;
import org.springframework.stereotype.Component;

/// Asks Compose what it makes of a file that is not the stack's yet, together with the user's
/// `compose.override.yaml`.
@Component
final class ComposeJudge {

    private final Compose compose;
    private final GeneratedStack generated;
    private final Path override;
    private final String project;

    ComposeJudge(Compose compose, GeneratedStack generated, ProgramFolders folders, DockerProperties docker) {
        this.compose = compose;
        this.generated = generated;
        this.override = folders.settings().resolve("compose.override.yaml");
        this.project = docker.project();
    }

    /// What Compose will compare to find out which services changed, by service.
    Map<String, String> hashes(ComposeFile file) {
        return with(file, candidate -> compose.run(candidate, new ConfigHashes()));
    }

    /// @throws media.usenet.problem.ProblemException `COMPOSE_REJECTED` in Compose's own words
    void validate(ComposeFile file) {
        with(file, candidate -> compose.run(candidate, new Validate()));
    }

    ComposeProject project() {
        return project(generated.composeFile());
    }

    /// Asks about a file that is not the stack yet.
    <R> R with(ComposeFile file, Function<ComposeProject, R> question) {
        try {
            var candidate = Files.createTempFile("usenet-", ".yaml");
            try {
                WholeFile.write(candidate, file.text());
                return question.apply(project(candidate));
            } finally {
                Files.deleteIfExists(candidate);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ComposeProject project(Path file) {
        return new ComposeProject(project, generated.folder(), file, override, generated.environment());
    }
}
