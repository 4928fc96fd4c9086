package media.usenet.composer;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A Compose project: the generated file, and over it the user's own where there is one.
///
/// @param directory what relative paths in the files start from
/// @param file the generated file
/// @param override the user's `compose.override.yaml`; looked for anew with every command
/// @param environment values for the variables in the files
public record ComposeProject(
        String name,
        Path directory,
        Path file,
        Path override,
        @Nullable Path environment) {

    List<String> arguments() {
        var arguments = new ArrayList<>(List.of(
                "--project-name", name, "--project-directory", directory.toString(), "--file", file.toString()));
        if (Files.exists(override)) {
            arguments.addAll(List.of("--file", override.toString()));
        }
        if (environment != null && Files.exists(environment)) {
            arguments.addAll(List.of("--env-file", environment.toString()));
        }
        return arguments;
    }
}
