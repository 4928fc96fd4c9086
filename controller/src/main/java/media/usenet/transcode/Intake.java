package media.usenet.transcode;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import media.usenet.effect.Change;
import media.usenet.encoders.Encoders;
import media.usenet.encoders.HardwareWish;
import media.usenet.encoders.Rung;
import media.usenet.graph.PictureSize;
import media.usenet.job.Idempotency;
import media.usenet.job.Job;
import media.usenet.job.Submission;
import media.usenet.jobs.Jobs;
import media.usenet.making.Films;
import media.usenet.making.MixMaker;
import media.usenet.request.Kind;
import media.usenet.task.Source;
import media.usenet.task.Task;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Checks a request as far as that is possible without its sources, and queues it where it will most likely run.
final class Intake {

    /// Where nothing is encoded that would keep a device busy.
    static final String LIGHT_LANE = "io";

    private static final String PROCESSOR = "cpu";
    private static final PictureSize LIKELY = new PictureSize(1920, 1080);
    private static final double LIKELY_FPS = 24;

    private final Jobs jobs;
    private final Encoders encoders;
    private final Library library;
    private final Destination destination;
    private final FirstLook firstLook;
    private final JsonMapper json;

    Intake(
            Jobs jobs,
            Encoders encoders,
            Library library,
            Destination destination,
            FirstLook firstLook,
            JsonMapper json) {
        this.jobs = jobs;
        this.encoders = encoders;
        this.library = library;
        this.destination = destination;
        this.firstLook = firstLook;
        this.json = json;
    }

    /// What would become of a request.
    ///
    /// @throws media.usenet.problem.ProblemException what is wrong with the request
    Change preview(Kind kind, JsonNode body) throws InterruptedException {
        var request = check(kind, body);
        var rungs = rungs(request.task());
        var steps = new ArrayList<String>();
        steps.add("wait in lane %s".formatted(lane(request.task(), rungs)));
        rungs.forEach(rung -> steps.add("encode with %s: %s".formatted(rung.name(), rung.because())));
        switch (request.task()) {
            case Task.Run(var _, var _, var command) -> steps.add("run " + command.preview());
            case Task.Probe _ -> steps.add("look at what is in it");
            default -> steps.add("write %s to %s".formatted(Destination.name(request), place(request)));
        }
        return new Change(kind.type(), label(request), null, steps, List.of(), null);
    }

    private String place(Kind.Request request) {
        var folder = destination.known(request);
        return folder == null ? "the job's own folder" : folder.toString();
    }

    /// @param key the API key that asks
    /// @param once null where the caller may be given a second job
    /// @throws media.usenet.problem.ProblemException what is wrong with the request
    Job submit(Kind kind, JsonNode body, @Nullable String key, @Nullable Idempotency once) throws InterruptedException {
        var request = check(kind, body);
        if (request.task().sources().getFirst() instanceof Source.LibraryFile(Path path)) {
            firstLook.begin(library.file(path));
        }
        var submission = Submission.of(kind.type(), label(request), lane(request.task(), rungs(request.task())), body)
                .with(request.options().priorityOrNormal())
                .by(key)
                .needing(slots(request))
                .once(once)
                .telling(request.options().webhookUrl());
        return jobs.submit(submission);
    }

    private Kind.Request check(Kind kind, JsonNode body) {
        var request = kind.read(body, json);
        request.task().sources().forEach(source -> {
            if (source instanceof Source.LibraryFile(Path path)) {
                library.file(path);
            }
        });
        var folder = destination.known(request);
        if (folder != null) {
            destination.requireRoom(request, folder.resolve(Destination.name(request)));
        }
        return request;
    }

    private static String lane(Task task, List<Rung> rungs) {
        if (task instanceof Task.Run) {
            return PROCESSOR;
        }
        return rungs.isEmpty() ? LIGHT_LANE : rungs.getFirst().lane().name();
    }

    private List<Rung> rungs(Task task) throws InterruptedException {
        var likely = Films.ofGraph(LIKELY, LIKELY_FPS);
        return switch (task) {
            case Task.Transcode transcode ->
                transcode.video().isEmpty()
                        ? List.of()
                        : encoders.rungs(transcode.video().get(), likely, transcode.others(), transcode.hardware());
            case Task.Compose _, Task.Arrange _, Task.Concat _, Task.Loop _ ->
                encoders.rungs(MixMaker.SPEC, likely, List.of(), HardwareWish.AUTO);
            case Task.Extract _, Task.Tempo _, Task.Probe _, Task.Run _ -> List.of();
        };
    }

    private Set<String> slots(Kind.Request request) {
        var slots = new LinkedHashSet<String>();
        Stream.concat(
                        request.task().sources().stream()
                                .filter(Source.LibraryFile.class::isInstance)
                                .map(source -> ((Source.LibraryFile) source).path()),
                        Stream.ofNullable(destination.known(request)))
                .filter(Objects::nonNull)
                .forEach(path -> library.slot(path).ifPresent(slots::add));
        return slots;
    }

    private static String label(Kind.Request request) {
        return Objects.requireNonNullElseGet(
                request.options().label(),
                () -> Destination.title(request.task().sources().getFirst()));
    }
}
