package media.usenet.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import media.usenet.event.Result;
import media.usenet.event.Step;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.vault.Destinations;
import org.jspecify.annotations.Nullable;

/// Files out of a backup, into an empty folder of the user's choice.
final class Extract {

    private final Destinations destinations;

    Extract(Destinations destinations) {
        this.destinations = destinations;
    }

    /// @param paths in the backup, or beginnings of them; all where null or empty
    /// @param to absolute; must be empty or absent
    record Request(
            @Nullable String backup,
            @Nullable String destination,
            @Nullable String place,
            @Nullable String keyFile,
            @Nullable String environmentFile,
            @Nullable List<String> paths,
            String to) {

        Reference reference() {
            return new Reference(backup, destination, place, keyFile, environmentFile);
        }

        private boolean wants(String path) {
            return paths == null
                    || paths.isEmpty()
                    || paths.stream().anyMatch(start -> path.equals(start) || path.startsWith(start + "/"));
        }
    }

    /// @throws ProblemException `INVALID_REQUEST` for a folder that holds something
    void require(Request request) {
        var folder = Path.of(request.to());
        try {
            boolean empty = !Files.exists(folder);
            if (!empty) {
                try (var files = Files.list(folder)) {
                    empty = files.findAny().isEmpty();
                }
            }
            if (!folder.isAbsolute() || !empty) {
                throw new ProblemException(
                        Problem.INVALID_REQUEST,
                        "%s is no empty folder".formatted(request.to()),
                        "name one that is empty or not there yet, from / on");
            }
        } catch (IOException e) {
            throw new ProblemException(Problem.FILE_NOT_READ, "cannot read " + folder, "check its permissions", e);
        }
        request.reference().find(destinations);
    }

    Result run(Request request, Consumer<Step> tell) {
        var meant = request.reference().find(destinations);
        var folder = Path.of(request.to());
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN, "cannot make " + folder + ": " + e, "check the permissions above it", e);
        }
        tell.accept(Step.of(meant.stored().id(), "unpacking into " + folder));
        meant.vault().fetch(meant.stored(), request::wants, folder, _ -> {});
        tell.accept(Step.of(meant.stored().id(), "unpacked into " + folder));
        return Result.of(List.of(request.to()));
    }
}
