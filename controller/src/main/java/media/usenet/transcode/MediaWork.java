package media.usenet.transcode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import media.usenet.climb.Bench;
import media.usenet.climb.Failures;
import media.usenet.climb.Input;
import media.usenet.climb.NotMade;
import media.usenet.fetch.FetchException;
import media.usenet.ffmpeg.MediaFacts;
import media.usenet.job.FailureClass;
import media.usenet.job.Phase;
import media.usenet.making.Product;
import media.usenet.problem.ProblemException;
import media.usenet.publish.Output;
import media.usenet.request.Kind;
import media.usenet.sandbox.Sandbox;
import media.usenet.worker.Attempt;
import media.usenet.worker.Ending;
import media.usenet.worker.Work;
import tools.jackson.core.type.TypeReference;

/// Does jobs of one kind: gathers the sources, makes what is asked for, and looks at it before it is handed out.
final class MediaWork implements Work {

    private final Kind kind;
    private final Workshop shop;

    MediaWork(Kind kind, Workshop shop) {
        this.kind = kind;
        this.shop = shop;
    }

    @Override
    public String type() {
        return kind.type();
    }

    @Override
    public Ending run(Attempt attempt) throws InterruptedException {
        var ending = attempt(attempt);
        return ending instanceof Ending.Failed failed ? suspendedIfGone(attempt, failed) : ending;
    }

    private Ending attempt(Attempt attempt) throws InterruptedException {
        try {
            var request = kind.read(attempt.request(), shop.json());
            var target =
                    shop.destination().folder(request, attempt.keptFolder()).resolve(Destination.name(request));
            shop.destination().requireRoom(request, target);
            return make(request, attempt, target);
        } catch (NotMade e) {
            return e.ending();
        } catch (FetchException e) {
            return Failures.of(e);
        } catch (ProblemException e) {
            return Failures.of(e);
        }
    }

    private Ending make(Kind.Request request, Attempt attempt, Path target)
            throws NotMade, FetchException, InterruptedException {
        var folder = attempt.folder(Objects.requireNonNull(target.getParent(), "a target lies in a folder"));
        var inputs = shop.gathering().gather(request, attempt, folder);
        attempt.phase(Phase.ENCODING);
        var bench = new Bench(shop.ffmpeg(), shop.limits(), attempt, folder, inputs);
        var product = shop.kitchen().make(request.task(), bench);
        if (product.isEmpty()) {
            return new Ending.Made(List.of(), looked(inputs.getFirst()));
        }
        attempt.phase(Phase.VERIFYING);
        return made(request, product.get(), folder, target);
    }

    private Ending made(Kind.Request request, Product product, Path folder, Path target) throws NotMade {
        var result = new LinkedHashMap<>(product.facts());
        if (product.judged().isPresent()) {
            var facts = judge(product.judged().get());
            Optional.ofNullable(facts.duration()).ifPresent(length -> result.put("durationMillis", length.toMillis()));
            result.put("media", facts(facts));
        }
        var outputs = new ArrayList<Output>();
        for (var file : product.files()) {
            shop.ownership().give(Sandbox.made(folder, file));
            var to = product.ownNames() ? target.resolveSibling(file.getFileName()) : target;
            outputs.add(new Output(file, to, request.options().mayReplace()));
        }
        return new Ending.Made(outputs, result);
    }

    /// @throws NotMade where it is not what was asked for
    private MediaFacts judge(Product.Judged judged) throws NotMade {
        var facts = shop.ffmpeg().probe(judged.file());
        var missing = judged.expected().missing(facts);
        if (!missing.isEmpty()) {
            throw new NotMade(new Ending.Failed(
                    FailureClass.ENCODER,
                    "FFmpeg ended well, but what it made is not what was asked for: " + String.join("; ", missing),
                    "play the source to its end: it may be damaged; the job's log has what FFmpeg said"));
        }
        return facts;
    }

    private Map<String, Object> looked(Input input) {
        var result = facts(input.facts());
        Optional.ofNullable(input.facts().duration())
                .ifPresent(length -> result.put("durationMillis", length.toMillis()));
        return result;
    }

    /// Without what is not known: a result holds no null.
    private Map<String, Object> facts(MediaFacts facts) {
        Map<String, Object> all = shop.json().convertValue(facts, new TypeReference<>() {});
        var known = new LinkedHashMap<String, Object>();
        all.forEach((key, value) -> {
            if (value != null) {
                known.put(key, value);
            }
        });
        return known;
    }

    /// A source that cannot be read because its drive was pulled is no fault of the job: it waits for the drive.
    private Ending suspendedIfGone(Attempt attempt, Ending.Failed failed) {
        return attempt.slots().stream()
                .filter(shop.slots()::gone)
                .findFirst()
                .<Ending>map(slot -> new Ending.Suspended(slot, failed.detail()))
                .orElse(failed);
    }
}
