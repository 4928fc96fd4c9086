package media.usenet.event;

import java.util.List;
import media.usenet.event.EventStream.Message;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Operations, and the stream of what happens in one.
@RestController
@RequestMapping("/v1/operations")
final class OperationsController {

    private final Operations operations;
    private final EventStream stream;

    OperationsController(Operations operations, EventStream stream) {
        this.operations = operations;
        this.stream = stream;
    }

    @GetMapping
    List<Operation> all() {
        return operations.all();
    }

    @GetMapping("/{id}")
    Operation one(@PathVariable String id) {
        return operations.find(id);
    }

    @GetMapping(value = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    SseEmitter events(
            @PathVariable String id, @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastSeen) {
        return stream.send(
                follower -> operations.follow(id, lastSeen == null ? 0 : lastSeen, follower),
                OperationsController::message);
    }

    private static Message message(OperationEvent event) {
        return switch (event) {
            case OperationEvent.Told told -> new Message("step", told.step(), false);
            case OperationEvent.Ended ended -> new Message("end", ended.operation(), true);
        };
    }
}
