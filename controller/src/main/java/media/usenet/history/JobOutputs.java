package media.usenet.history;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import media.usenet.job.Job;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Finds the files that a job published, by the names that it gave them.
public final class JobOutputs {

    private JobOutputs() {}

    /// @param name of an output, or of a file within one that is a folder
    public static Path find(Job job, String name) {
        return job.outputs().stream()
                .filter(output -> output.folder() ? name.startsWith(output.name() + "/") : name.equals(output.name()))
                .map(output -> output.folder()
                        ? below(output.path(), name.substring(output.name().length() + 1))
                        : output.path())
                .filter(file -> Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.JOB_OUTPUT_NOT_FOUND,
                        "%s has no output '%s'".formatted(job.id(), name),
                        "its outputs stand in GET /v1/jobs/%s; one that was moved or deleted since is gone"
                                .formatted(job.id())));
    }

    private static Path below(Path folder, String name) {
        var file = folder.resolve(name).normalize();
        return file.startsWith(folder) ? file : folder;
    }
}
