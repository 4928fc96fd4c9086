package media.usenet.transcode;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.jspecify.annotations.Nullable;

/// `POST /v1/probe`: what is in a file.
record ProbeBody(
        @Nullable @JsonAlias({"url", "path", "input_url", "inputUrl"})
        String input,

        @JsonUnwrapped JobOptions options) implements Body {

    @Override
    public Task task(Flaws flaws) {
        return new Task.Probe(Sources.one(flaws, input, "input"));
    }
}
