package media.usenet.services;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import media.usenet.composer.Compose;
import media.usenet.composer.ComposeCommand.Pull;
import media.usenet.composer.Progress;
import media.usenet.docker.DockerEngine;
import media.usenet.event.Step;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.springframework.stereotype.Component;

/// Fetches the images of services that are not on this machine.
@Component
final class ImageFetch {

    private final DockerEngine engine;
    private final Compose compose;
    private final ComposeJudge judge;

    ImageFetch(DockerEngine engine, Compose compose, ComposeJudge judge) {
        this.engine = engine;
        this.compose = compose;
        this.judge = judge;
    }

    /// @return the images that could not be had, by service
    /// @throws ProblemException `IMAGE_NOT_PULLED` when none of the services has its image
    Map<String, String> fetch(Stack.Planned planned, Set<String> names, Consumer<Step> tell) {
        var missing = missing(planned, names);
        if (missing.isEmpty()) {
            return missing;
        }
        missing.keySet().forEach(service -> tell.accept(Step.of(service, "fetching its image")));
        try {
            judge.with(
                    planned.file(),
                    candidate -> compose.run(candidate, new Pull(missing), progress -> tell.accept(step(progress))));
        } catch (ProblemException e) {
            if (e.problem() != Problem.IMAGE_NOT_PULLED
                    || missing(planned, names).size() == names.size()) {
                throw e;
            }
        }
        return missing(planned, names);
    }

    /// A step of Compose's as an operation tells it.
    static Step step(Progress progress) {
        var unit = progress.totalBytes() == null ? null : "bytes";
        return new Step(progress.subject(), progress.text(), progress.doneBytes(), progress.totalBytes(), unit);
    }

    private Map<String, String> missing(Stack.Planned planned, Set<String> names) {
        var references = new LinkedHashMap<String, String>();
        planned.file().services().forEach((name, service) -> {
            if (names.contains(name)) {
                references.put(name, String.valueOf(service.get("image")));
            }
        });
        var present = engine.images(references.values());
        references.values().removeAll(present.keySet());
        return references;
    }
}
