package media.usenet.event;

import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Consumer;
import java.util.function.Function;
import media.usenet.event.EventLog.Entry;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Runs operations, one at a time in each area (`services` of `services.up`): two that change the stack at once would
/// work against each other, while moving files between drives may take days and is no reason to keep the stack as it
/// is.
@Component
public final class Operations {

    private static final Logger log = LoggerFactory.getLogger(Operations.class);
    private static final int KEPT = 50;

    private final InstantSource clock;
    private final Map<String, RunningOperation> operations = new LinkedHashMap<>();

    public Operations(InstantSource clock) {
        this.clock = clock;
    }

    /// Starts the work on a thread of its own, and returns at once.
    ///
    /// @param work is given where to tell its steps
    /// @throws ProblemException `OPERATION_RUNNING` while another one of its area runs
    public synchronized Operation start(String kind, Function<Consumer<Step>, Result> work) {
        operations.values().stream()
                .filter(RunningOperation::isRunning)
                .filter(other -> area(other.current().kind()).equals(area(kind)))
                .findFirst()
                .ifPresent(other -> {
                    throw new ProblemException(
                            Problem.OPERATION_RUNNING,
                            "%s is under way since %s"
                                    .formatted(
                                            other.current().kind(),
                                            other.current().started()),
                            "wait until it has ended, then try again");
                });
        var operation = new RunningOperation(id(), kind, clock);
        operations.put(operation.current().id(), operation);
        forgetOldest();
        Thread.ofVirtual().name("operation-" + kind).start(() -> run(operation, work));
        return operation.current();
    }

    public Operation find(String id) {
        return running(id).current();
    }

    /// Waits until the operation has ended.
    public Operation await(String id) {
        var events = new LinkedBlockingQueue<Entry<OperationEvent>>();
        var leave = running(id).follow(0, events);
        try {
            while (true) {
                if (events.take().event() instanceof OperationEvent.Ended end) {
                    return end.operation();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for operation " + id, e);
        } finally {
            leave.run();
        }
    }

    public synchronized List<Operation> all() {
        return operations.values().stream()
                .map(RunningOperation::current)
                .toList()
                .reversed();
    }

    /// Follows an operation: first what was told after `lastSeen`, then what is told from now on, ending with its end.
    ///
    /// @return ends the following
    Runnable follow(String id, long lastSeen, Queue<Entry<OperationEvent>> events) {
        return running(id).follow(lastSeen, events);
    }

    private synchronized RunningOperation running(String id) {
        return Optional.ofNullable(operations.get(id))
                .orElseThrow(() -> new ProblemException(
                        Problem.OPERATION_NOT_FOUND,
                        "there is no operation '%s'".formatted(id),
                        "the controller keeps the last %d since its start; list them with GET /v1/operations"
                                .formatted(KEPT)));
    }

    private static void run(RunningOperation operation, Function<Consumer<Step>, Result> work) {
        var kind = operation.current().kind();
        try {
            operation.end(work.apply(operation::tell));
            log.info("{} ended: {}", kind, operation.current().state());
        } catch (ProblemException e) {
            operation.fail(e);
            log.warn("{} failed: {} Remedy: {}", kind, e.detail(), e.remedy());
        } catch (RuntimeException | Error e) {
            // Errors too: an operation that never ends would lock out every later one.
            log.error("{} failed, operation {}", kind, operation.current().id(), e);
            operation.fail(new ProblemException(
                    Problem.INTERNAL,
                    "internal error in operation " + operation.current().id(),
                    "look for that id in the controller's log and report what stands there",
                    e));
        }
    }

    private void forgetOldest() {
        var eldest = operations.keySet().iterator();
        while (operations.size() > KEPT) {
            eldest.next();
            eldest.remove();
        }
    }

    private static String area(String kind) {
        return kind.substring(0, Math.max(0, kind.indexOf('.')));
    }

    private static String id() {
        return UUID.randomUUID().toString().substring(0, 8);
    }
}
