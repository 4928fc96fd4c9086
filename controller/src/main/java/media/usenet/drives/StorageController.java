package media.usenet.drives;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import media.usenet.drives.DriveList.Devices;
import media.usenet.drives.DriveList.Listing;
import media.usenet.drives.Eject.Manner;
import media.usenet.event.EventStream;
import media.usenet.event.EventStream.Message;
import media.usenet.event.Operation;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Slots and their drives over HTTP. What changes something takes `dryRun`, and then answers what it would do.
@RestController
@RequestMapping("/v1/storage")
final class StorageController {

    private static final int USUAL_PATIENCE_SECONDS = 10;
    private static final int LONGEST_PATIENCE_SECONDS = 600;

    private final Storage storage;
    private final EventStream stream;

    StorageController(Storage storage, EventStream stream) {
        this.storage = storage;
        this.stream = stream;
    }

    @GetMapping("/drives")
    Listing drives() {
        return storage.on().list().slots();
    }

    @GetMapping("/devices")
    Devices devices(@RequestParam(defaultValue = "false") boolean all) {
        return storage.on().list().devices(all);
    }

    @PostMapping("/drives")
    ResponseEntity<?> add(@RequestParam(defaultValue = "false") boolean dryRun, @RequestBody AddRequest request) {
        var add = storage.on().add();
        return ResponseEntity.ok(dryRun ? add.plan(request).change() : add.apply(request));
    }

    @PostMapping("/format")
    ResponseEntity<?> format(@RequestParam(defaultValue = "false") boolean dryRun, @RequestBody FormatRequest request) {
        var format = storage.on().format();
        return dryRun ? ResponseEntity.ok(format.preview(request)) : accepted(format.start(request));
    }

    @DeleteMapping("/drives/{drive}")
    ResponseEntity<?> remove(@PathVariable String drive, @RequestParam(defaultValue = "false") boolean dryRun) {
        var on = storage.on();
        var slot = on.names().slot(drive);
        return ResponseEntity.ok(
                dryRun ? on.commands().previewRemove(slot) : on.commands().remove(slot));
    }

    /// @param force takes the drive from whoever uses it, after all was written
    /// @param timeoutSeconds how long its users may take to let go of it; 10 where null
    record EjectRequest(@Nullable Boolean force, @Nullable Integer timeoutSeconds) {

        static final EjectRequest USUAL = new EjectRequest(null, null);

        Manner manner(boolean power) {
            int seconds = Objects.requireNonNullElse(timeoutSeconds, USUAL_PATIENCE_SECONDS);
            var patience = Duration.ofSeconds(Math.clamp(seconds, 0, LONGEST_PATIENCE_SECONDS));
            return new Manner(Boolean.TRUE.equals(force), patience, power);
        }
    }

    @PostMapping("/drives/{drive}/eject")
    ResponseEntity<?> eject(
            @PathVariable String drive,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Nullable EjectRequest request) {
        return letGo(
                drive, Objects.requireNonNullElse(request, EjectRequest.USUAL).manner(true), dryRun);
    }

    @PostMapping("/drives/{drive}/unmount")
    ResponseEntity<?> unmount(@PathVariable String drive, @RequestParam(defaultValue = "false") boolean dryRun) {
        return letGo(drive, EjectRequest.USUAL.manner(false), dryRun);
    }

    private ResponseEntity<?> letGo(String drive, Manner manner, boolean dryRun) {
        var on = storage.on();
        var slot = on.names().slot(drive);
        return ResponseEntity.ok(
                dryRun ? on.eject().preview(slot, manner) : on.eject().apply(slot, manner));
    }

    @PostMapping("/drives/{drive}/mount")
    ResponseEntity<?> mount(@PathVariable String drive, @RequestParam(defaultValue = "false") boolean dryRun) {
        var on = storage.on();
        var slot = on.names().slot(drive);
        return ResponseEntity.ok(
                dryRun ? on.commands().previewMount(slot) : on.commands().mount(slot));
    }

    /// @param drives all that are mounted where empty
    record SyncRequest(@Nullable List<String> drives) {}

    @PostMapping("/sync")
    ResponseEntity<?> sync(
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Nullable SyncRequest request) {
        var on = storage.on();
        var drives = request == null || request.drives() == null ? List.<String>of() : request.drives();
        var slots = on.mounted(drives);
        return ResponseEntity.ok(
                dryRun ? on.commands().previewSync(slots) : on.commands().sync(slots));
    }

    /// @param seconds how long the lamp is to blink
    record IdentifyRequest(@Nullable Integer seconds) {}

    @PostMapping("/drives/{drive}/identify")
    ResponseEntity<?> identify(
            @PathVariable String drive,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody(required = false) @Nullable IdentifyRequest request) {
        var on = storage.on();
        var seconds = request == null || request.seconds() == null ? 15 : request.seconds();
        var device = on.names().device(drive);
        return ResponseEntity.ok(
                dryRun ? on.identify().preview(device, seconds) : on.identify().apply(device, seconds));
    }

    @GetMapping("/drives/{drive}/holders")
    HolderReport holders(@PathVariable String drive) {
        var on = storage.on();
        var slot = on.names().slot(drive);
        return HolderReport.of(slot.slot(), on.who().holds(slot));
    }

    @GetMapping("/status")
    StorageStatus.Report status() {
        return storage.on().status().report();
    }

    @GetMapping("/doctor")
    Doctor.Report doctor() {
        return storage.doctor();
    }

    @GetMapping("/health")
    DriveHealth.Report health(@RequestParam(required = false) @Nullable String drive) {
        var on = storage.on();
        return on.health().report(drive == null ? null : on.names().slot(drive));
    }

    /// @param kind `short` or `long`
    record TestRequest(String kind) {}

    @PostMapping("/drives/{drive}/test")
    ResponseEntity<?> test(
            @PathVariable String drive,
            @RequestParam(defaultValue = "false") boolean dryRun,
            @RequestBody TestRequest request) {
        var on = storage.on();
        var slot = on.names().slot(drive);
        return ResponseEntity.ok(
                dryRun
                        ? on.health().previewTest(slot, request.kind())
                        : on.health().test(slot, request.kind()));
    }

    /// What happens to drives from now on; with `Last-Event-ID`, from there on.
    @GetMapping(value = "/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(@RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastSeen) {
        var events = storage.on().events();
        long after = lastSeen == null ? events.last() : lastSeen;
        return stream.<DriveEvent>send(
                follower -> events.follow(after, follower), event -> new Message("drive", event, false));
    }

    private static ResponseEntity<Operation> accepted(Operation operation) {
        return ResponseEntity.accepted()
                .header("Location", "/v1/operations/" + operation.id())
                .body(operation);
    }
}
