package media.usenet.event;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
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

    private static final long NO_TIMEOUT = 0;

    private final Operations operations;
    private final Duration heartbeat;

    /// @param heartbeat after how long a silence followers are sent a comment, since only a failed write tells that one
    ///     has gone
    OperationsController(Operations operations, @Value("${http.heartbeat:15s}") Duration heartbeat) {
        this.operations = operations;
        this.heartbeat = heartbeat;
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
        var stream = new SseEmitter(NO_TIMEOUT);
        var events = new LinkedBlockingQueue<OperationEvent>();
        var leave = operations.follow(id, lastSeen == null ? 0 : lastSeen, events);
        // A thread for each follower: one that reads slowly must not hold up the operation.
        Thread.ofVirtual().name("follower-of-" + id).start(() -> {
            try {
                send(stream, events);
            } finally {
                leave.run();
            }
        });
        return stream;
    }

    private void send(SseEmitter stream, BlockingQueue<OperationEvent> events) {
        try {
            while (send(stream, events.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS))) {}
            stream.complete();
        } catch (IOException | IllegalStateException e) {
            // The follower has gone; the operation goes on without it.
            stream.completeWithError(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /// Whether more will come.
    private static boolean send(SseEmitter stream, @Nullable OperationEvent event) throws IOException {
        if (event == null) {
            stream.send(SseEmitter.event().comment("alive"));
            return true;
        }
        var message = SseEmitter.event().id(String.valueOf(event.number()));
        return switch (event) {
            case OperationEvent.Told told -> {
                stream.send(message.name("step").data(told.step()));
                yield true;
            }
            case OperationEvent.Ended ended -> {
                stream.send(message.name("end").data(ended.operation()));
                yield false;
            }
        };
    }
}
