package media.usenet.cli;

import java.io.EOFException;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// Events of the controller, followed over connections that break: each is made anew, from the event after the last
/// one seen.
final class EventFeed {

    /// A connection that held so long was no try that failed.
    private static final Duration GOOD = Duration.ofSeconds(10);

    interface Listener {

        /// @return whether to go on
        boolean hears(EventStream.Sent event) throws IOException;
    }

    private final Controller controller;
    private final Query target;
    private final Duration silence;
    private boolean reached;
    private @Nullable String lastId;

    /// @param silence how long nothing may come, not even a comment
    /// @param reached whether the controller was there just now: then the first connection may fail too
    EventFeed(Controller controller, Query target, Duration silence, boolean reached) {
        this.controller = controller;
        this.target = target;
        this.silence = silence;
        this.reached = reached;
    }

    /// @return the event after which the listener did not go on
    /// @throws CliProblem `CONTROLLER_UNREACHABLE` when the controller stays away
    EventStream.Sent follow(Listener listener) {
        int tries = 0;
        while (true) {
            var before = lastId;
            long start = System.nanoTime();
            try (var answer = controller.open("GET", target, null, headers(), silence)) {
                reached = true;
                var last = last(new EventStream(answer.body()), listener);
                if (last != null) {
                    return last;
                }
                throw new EOFException();
            } catch (IOException | CliProblem e) {
                boolean good = !Objects.equals(before, lastId) || System.nanoTime() - start > GOOD.toNanos();
                tries = good ? 1 : tries + 1;
                giveUp(tries, e instanceof CliProblem problem ? problem : controller.broken((IOException) e));
                Tries.pause(tries);
            }
        }
    }

    private Map<String, String> headers() {
        var headers = new HashMap<String, String>();
        headers.put("Accept", "text/event-stream");
        if (lastId != null) {
            headers.put("Last-Event-ID", lastId);
        }
        return headers;
    }

    private EventStream.@Nullable Sent last(EventStream stream, Listener listener) throws IOException {
        for (var event = stream.next(); event != null; event = stream.next()) {
            lastId = event.id() == null ? lastId : event.id();
            if (!listener.hears(event)) {
                return event;
            }
        }
        return null;
    }

    private void giveUp(int tries, CliProblem problem) {
        if (!reached || tries >= Tries.MOST || !problem.code().equals("CONTROLLER_UNREACHABLE")) {
            throw problem;
        }
    }
}
