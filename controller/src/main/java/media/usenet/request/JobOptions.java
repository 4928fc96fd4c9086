package media.usenet.request;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import media.usenet.fetch.FileNames;
import media.usenet.job.Priority;
import media.usenet.task.Flaws;
import media.usenet.task.Source;
import org.jspecify.annotations.Nullable;

/// What every request may say beside what is to be made.
///
/// @param label what the job is called in lists
/// @param priority `high`, `normal` or `low`
/// @param outputName name of what is made; its extension is the format's
/// @param outputFolder a folder of the library; beside the source where it is null and the source lies there
/// @param overwrite whether a file of that name may be replaced
/// @param headers sent with each request for a source
/// @param webhookUrl told of the job's end
public record JobOptions(
        @Nullable String label,
        @Nullable Priority priority,
        @Nullable @JsonAlias("output_name") String outputName,
        @Nullable @JsonAlias("output_folder") String outputFolder,
        @Nullable Boolean overwrite,
        @Nullable Map<String, String> headers,
        @Nullable @JsonAlias("webhook_url") String webhookUrl) {

    public static final JobOptions NONE = new JobOptions(null, null, null, null, null, null, null);

    public Priority priorityOrNormal() {
        return Objects.requireNonNullElse(priority, Priority.NORMAL);
    }

    public boolean mayReplace() {
        return Boolean.TRUE.equals(overwrite);
    }

    void check(Flaws flaws) {
        flaws.read(outputName, "output_name", FileNames::safe);
        flaws.require(
                outputFolder == null || Path.of(outputFolder).isAbsolute(),
                "output_folder",
                "give the full path of a folder of the library");
        flaws.read(webhookUrl, "webhook_url", Source::address);
    }
}
