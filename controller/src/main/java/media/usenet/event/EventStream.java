package media.usenet.event;

import java.io.IOException;
import java.time.Duration;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import media.usenet.event.EventLog.Entry;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/// Sends what is told to a follower over HTTP, as server-sent events.
@Component
public final class EventStream {

    private static final long NO_TIMEOUT = 0;

    private final Duration heartbeat;

    /// @param heartbeat after how long a silence followers are sent a comment, since only a failed write tells that one
    ///     has gone
    public EventStream(@Value("${http.heartbeat:15s}") Duration heartbeat) {
        this.heartbeat = heartbeat;
    }

    /// How an event is sent.
    ///
    /// @param name of the event in the stream
    /// @param last whether the stream ends with it
    public record Message(String name, Object data, boolean last) {}

    /// @param follow begins the following into a queue, and answers what ends it
    public <E> SseEmitter send(Function<Queue<Entry<E>>, Runnable> follow, Function<E, Message> message) {
        var stream = new SseEmitter(NO_TIMEOUT);
        var entries = new LinkedBlockingQueue<Entry<E>>();
        var leave = follow.apply(entries);
        // A thread for each follower: one that reads slowly must not hold up whoever tells.
        Thread.ofVirtual().name("follower").start(() -> {
            try {
                send(stream, entries, message);
            } finally {
                leave.run();
            }
        });
        return stream;
    }

    private <E> void send(SseEmitter stream, BlockingQueue<Entry<E>> entries, Function<E, Message> message) {
        try {
            // At once, so that the follower knows that it is one.
            stream.send(SseEmitter.event().comment("following"));
            boolean more = true;
            while (more) {
                var entry = entries.poll(heartbeat.toMillis(), TimeUnit.MILLISECONDS);
                if (entry == null) {
                    stream.send(SseEmitter.event().comment("alive"));
                } else {
                    more = send(stream, entry.number(), message.apply(entry.event()));
                }
            }
            stream.complete();
        } catch (IOException | IllegalStateException e) {
            // The follower has gone; what it followed goes on without it.
            stream.completeWithError(e);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean send(SseEmitter stream, long number, Message message) throws IOException {
        stream.send(SseEmitter.event()
                .id(String.valueOf(number))
                .name(message.name())
                .data(message.data()));
        return !message.last();
    }
}
