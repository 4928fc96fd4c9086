package media.usenet.event;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import media.usenet.event.Operation.State;
import media.usenet.problem.ProblemException;
import media.usenet.problem.ProblemReport;
import org.jspecify.annotations.Nullable;

/// An operation with its steps and its followers. Safe for one teller and many followers at once: each follower has a
/// queue of its own, so that none can hold up or break the work.
final class RunningOperation {

    private static final int MOST_STEPS = 5_000;

    private final InstantSource clock;
    private final List<OperationEvent> events = new ArrayList<>();
    private final Map<Long, Queue<OperationEvent>> followers = new LinkedHashMap<>();
    private Operation operation;
    private long number;
    private long seats;

    RunningOperation(String id, String kind, InstantSource clock) {
        this.clock = clock;
        this.operation = new Operation(id, kind, State.RUNNING, clock.instant(), null, null, null);
    }

    synchronized Operation current() {
        return operation;
    }

    synchronized boolean isRunning() {
        return operation.state() == State.RUNNING;
    }

    synchronized void tell(Step step) {
        publish(new OperationEvent.Told(++number, step));
    }

    synchronized void end(Result result) {
        var problem = result.reason().map(reason -> {
            var report = ProblemReport.of(reason);
            return result.done().isEmpty() ? report : report.inPart();
        });
        var state = problem.isEmpty() ? State.SUCCEEDED : result.done().isEmpty() ? State.FAILED : State.PARTIAL;
        end(state, result, problem.orElse(null));
    }

    synchronized void fail(ProblemException e) {
        end(State.FAILED, null, ProblemReport.of(e));
    }

    synchronized Runnable follow(long lastSeen, Queue<OperationEvent> follower) {
        events.stream().filter(event -> event.number() > lastSeen).forEach(follower::add);
        long seat = ++seats;
        if (isRunning()) {
            followers.put(seat, follower);
        }
        return () -> leave(seat);
    }

    private synchronized void leave(long seat) {
        followers.remove(seat);
    }

    private void end(State state, @Nullable Result result, @Nullable ProblemReport problem) {
        operation = new Operation(
                operation.id(), operation.kind(), state, operation.started(), clock.instant(), result, problem);
        publish(new OperationEvent.Ended(++number, operation));
        followers.clear();
    }

    private void publish(OperationEvent event) {
        if (events.size() >= MOST_STEPS) {
            events.removeFirst();
        }
        events.add(event);
        followers.values().forEach(follower -> follower.add(event));
    }
}
