package media.usenet.request;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import media.usenet.task.Flaws;
import media.usenet.task.Task;
import org.jspecify.annotations.Nullable;

/// `POST /v1/probe`: what is in a file.
public record ProbeBody(
        @Nullable @JsonAlias({"url", "path", "input_url", "inputUrl"})
        String input,

        @JsonUnwrapped JobOptions options) implements Body {

    @Override
    public Task task(Flaws flaws) {
        return new Task.Probe(Sources.one(flaws, input, "input"));
    }
}
