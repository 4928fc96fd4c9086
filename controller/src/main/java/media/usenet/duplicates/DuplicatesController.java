package media.usenet.duplicates;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import media.usenet.duplicates.PlanBook.Kept;
import media.usenet.duplicates.Survey.FoundGroup;
import media.usenet.effect.Change;
import media.usenet.event.EventStream;
import media.usenet.event.EventStream.Message;
import media.usenet.event.Operation;
import media.usenet.trash.Trash;
import media.usenet.works.Group.Kind;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Duplicates over HTTP. What changes something takes `dryRun`, and then answers what it would do.
@RestController
@RequestMapping("/v1/duplicates")
final class DuplicatesController {

    private static final int SHOWN_PLANS = 50;

    private final Duplicates duplicates;
    private final EventStream stream;
    private final Duration retention;

    DuplicatesController(Duplicates duplicates, EventStream stream, DuplicatesProperties properties) {
        this.duplicates = duplicates;
        this.stream = stream;
        this.retention = properties.retention();
    }

    /// @param pictures whether files are laid side by side whose names agree, or whose indexes do: seconds for each two
    record DuplicatesScanRequest(@Nullable Boolean pictures) {}

    @PostMapping("/scan")
    ResponseEntity<?> scan(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Nullable DuplicatesScanRequest request) {
        boolean pictures = request != null && Boolean.TRUE.equals(request.pictures());
        if (!dryRun) {
            return accepted(duplicates.scan(pictures));
        }
        var steps = new ArrayList<>(List.of(
                "compare the names and runtimes of all files of the library",
                "read those of the same size, as far as they did not change since they were read last"));
        if (pictures) {
            steps.add("lay the pictures of files side by side whose names or indexes agree");
        }
        return ResponseEntity.ok(
                new Change("media duplicates scan", "library", null, steps, List.of(), "usenet media duplicates scan"));
    }

    /// What the last scan found.
    ///
    /// @param kind only groups of this kind
    @GetMapping
    Survey survey(@RequestParam(required = false) @Nullable Kind kind) {
        var survey = duplicates.survey();
        var groups = survey.groups().stream()
                .filter(group -> kind == null || group.kind() == kind)
                .toList();
        return new Survey(survey.made(), survey.files(), survey.linked(), groups, survey.apart(), survey.leftOut());
    }

    @GetMapping("/groups/{id}")
    FoundGroup group(@PathVariable String id) {
        return duplicates.group(id);
    }

    /// @param first the number of a file in the library
    record CompareRequest(long first, long second) {}

    @PostMapping("/compare")
    ComparisonAnswer compare(@RequestBody CompareRequest request) {
        var similarity = duplicates.compare(request.first(), request.second());
        return ComparisonAnswer.of(duplicates.file(request.first()), duplicates.file(request.second()), similarity);
    }

    /// The same as a picture, to be looked at.
    ///
    /// @param first the number of a file in the library
    @GetMapping("/compare/picture")
    ResponseEntity<byte[]> picture(@RequestParam long first, @RequestParam long second) {
        return ResponseEntity.ok().contentType(MediaType.IMAGE_JPEG).body(duplicates.picture(first, second));
    }

    /// @param files numbers of files in the library, two or more
    /// @param forget takes back that they are no duplicates
    record IgnoreRequest(List<Long> files, @Nullable Boolean forget) {}

    /// @param files of which none is a duplicate of another, or may be one again
    record IgnoreAnswer(List<String> files, boolean ignored) {}

    @PostMapping("/ignore")
    ResponseEntity<?> ignore(@RequestParam(defaultValue = "false") boolean dryRun, @RequestBody IgnoreRequest request) {
        boolean forget = Boolean.TRUE.equals(request.forget());
        if (dryRun) {
            var steps = request.files().stream()
                    .map(file -> duplicates.file(file).path().toString())
                    .toList();
            return ResponseEntity.ok(
                    new Change("media duplicates ignore", "no duplicates", null, steps, List.of(), null));
        }
        return ResponseEntity.ok(new IgnoreAnswer(duplicates.ignore(request.files(), forget), !forget));
    }

    /// @param groups ids; all for which something is recommended where empty
    /// @param reflink whether identical files of a drive share their blocks rather than become hard links
    record PlanRequest(
            @Nullable List<String> groups, @Nullable Boolean reflink) {}

    @PostMapping("/plans")
    Kept plan(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Nullable PlanRequest request) {
        var groups = request == null || request.groups() == null ? Set.<String>of() : Set.copyOf(request.groups());
        boolean reflink = request != null && Boolean.TRUE.equals(request.reflink());
        return duplicates.plan(groups, reflink, dryRun);
    }

    /// @param plans the last first
    record PlansAnswer(List<Kept> plans) {}

    @GetMapping("/plans")
    PlansAnswer plans() {
        return new PlansAnswer(duplicates.lastPlans(SHOWN_PLANS));
    }

    @GetMapping("/plans/{id}")
    Kept plan(@PathVariable String id) {
        return duplicates.plan(id);
    }

    /// @param unasked what the user made sure of himself: `open-files`, `torrents`, `streams`
    record ApplyRequest(@Nullable List<String> unasked) {}

    @PostMapping("/plans/{id}/apply")
    ResponseEntity<?> apply(
            @PathVariable String id,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Nullable ApplyRequest request) {
        var words =
                request == null ? List.<String>of() : Objects.requireNonNullElse(request.unasked(), List.<String>of());
        var unasked = Unasked.of(words);
        return dryRun
                ? ResponseEntity.ok(PlanText.apply(duplicates.plan(id)))
                : accepted(duplicates.apply(id, unasked));
    }

    @PostMapping("/plans/{id}/undo")
    ResponseEntity<?> undo(@PathVariable String id, @RequestParam(defaultValue = "false") boolean dryRun) {
        return dryRun ? ResponseEntity.ok(PlanText.undo(duplicates.plan(id))) : accepted(duplicates.undo(id));
    }

    @GetMapping("/trash")
    Trash.Contents trash() {
        return duplicates.trash();
    }

    /// @param plan of which alone; all where null
    /// @param all also what is in the trash for less than the retention
    record EmptyRequest(@Nullable String plan, @Nullable Boolean all) {}

    @PostMapping("/trash/plans")
    Kept planEmpty(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Nullable EmptyRequest request) {
        boolean all = request != null && Boolean.TRUE.equals(request.all());
        var plan = request == null ? "" : Objects.requireNonNullElse(request.plan(), "");
        return duplicates.planEmpty(all ? Duration.ZERO : retention, plan, dryRun);
    }

    /// What happens to files from now on; with `Last-Event-ID`, from there on.
    @GetMapping(value = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastSeen) {
        var events = duplicates.events();
        long after = lastSeen == null ? events.last() : lastSeen;
        return stream.<DuplicateEvent>send(
                follower -> events.follow(after, follower), event -> new Message(name(event), event, false));
    }

    private static String name(DuplicateEvent event) {
        return switch (event) {
            case DuplicateEvent.Taken _ -> "taken";
            case DuplicateEvent.Linked _ -> "linked";
            case DuplicateEvent.Restored _ -> "restored";
            case DuplicateEvent.Emptied _ -> "emptied";
            case DuplicateEvent.Watched _ -> "watched";
        };
    }

    private static ResponseEntity<Operation> accepted(Operation operation) {
        return ResponseEntity.accepted()
                .header("Location", "/v1/operations/" + operation.id())
                .body(operation);
    }
}
