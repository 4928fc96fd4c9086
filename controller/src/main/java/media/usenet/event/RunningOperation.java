package media.usenet.event;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import media.usenet.event.Operation.State;
import media.usenet.problem.ProblemException;
import media.usenet.problem.ProblemReport;
import org.jspecify.annotations.Nullable;

/// An operation with its steps and its followers. Safe for one teller and many followers at once.
final class RunningOperation {

    private static final int MOST_STEPS = 5_000;

    private final InstantSource clock;
    private final List<OperationEvent> events = new ArrayList<>();
    private final List<Consumer<OperationEvent>> followers = new ArrayList<>();
    private Operation operation;
    private long number;

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

    synchronized Runnable follow(long lastSeen, Consumer<OperationEvent> follower) {
        events.stream().filter(event -> event.number() > lastSeen).forEach(follower);
        if (isRunning()) {
            followers.add(follower);
        }
        return () -> leave(follower);
    }

    private synchronized void leave(Consumer<OperationEvent> follower) {
        followers.remove(follower);
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
        List.copyOf(followers).forEach(follower -> follower.accept(event));
    }
}
