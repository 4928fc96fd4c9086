package media.usenet.event;

import java.time.InstantSource;
import java.util.Queue;
import media.usenet.event.EventLog.Entry;
import media.usenet.event.Operation.State;
import media.usenet.problem.ProblemException;
import media.usenet.problem.ProblemReport;
import org.jspecify.annotations.Nullable;

/// An operation with its steps and its followers. Safe for one teller and many followers at once.
final class RunningOperation {

    private static final int MOST_STEPS = 5_000;

    private final InstantSource clock;
    private final EventLog<OperationEvent> events = new EventLog<>(MOST_STEPS);
    private Operation operation;

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

    void tell(Step step) {
        events.tell(new OperationEvent.Told(step));
    }

    synchronized void end(Result result) {
        var problem = result.reason().map(reason -> {
            var report = ProblemReport.of(reason);
            return result.done().isEmpty() ? report : report.inPart();
        });
        end(state(result), result, problem.orElse(null));
    }

    private static State state(Result result) {
        if (result.suspended()) {
            return State.SUSPENDED;
        }
        return result.reason().isEmpty() ? State.SUCCEEDED : result.done().isEmpty() ? State.FAILED : State.PARTIAL;
    }

    synchronized void fail(ProblemException e) {
        end(State.FAILED, null, ProblemReport.of(e));
    }

    Runnable follow(long lastSeen, Queue<Entry<OperationEvent>> follower) {
        return events.follow(lastSeen, follower);
    }

    private void end(State state, @Nullable Result result, @Nullable ProblemReport problem) {
        operation = new Operation(
                operation.id(), operation.kind(), state, operation.started(), clock.instant(), result, problem);
        events.tell(new OperationEvent.Ended(operation));
    }
}
