package media.usenet.worker;

import com.github.kagkarlsson.scheduler.CurrentlyExecuting;
import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.event.AbstractSchedulerListener;
import com.github.kagkarlsson.scheduler.task.Execution;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import media.usenet.database.Claimed;
import media.usenet.job.Lane;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.queue.Executions;
import media.usenet.queue.FairFetch;
import media.usenet.queue.Slots;
import media.usenet.worker.LiveAttempt.Stop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A worker: takes jobs of its lanes from the queue and runs them. One of each name at a time.
public final class Node implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Node.class);
    private static final Duration NEVER = Duration.ofDays(36_500);
    private static final int MISSED_HEARTBEATS = 4;
    /// Above what all lanes of a machine can hold: the free slots of the lanes bound what is picked.
    private static final int THREADS = 1_000;
    /// After the database was away, or its clock was set, all heartbeats are old; those who live get this long to renew
    /// theirs.
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final Runner.Parts parts;
    private final Runner runner;
    private final Slots slots = new Slots();
    private final NodeRounds rounds;
    private final AtomicLong lastTroubleNanos = new AtomicLong(System.nanoTime() - GRACE.toNanos());
    private final ExecutorService threads = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("attempt-", 0).factory());
    private @Nullable Thread starting;
    private @Nullable Scheduler scheduler;
    private @Nullable Claimed name;
    private volatile boolean closed;

    public Node(Runner.Parts parts, List<Work> works) {
        this.parts = parts;
        this.runner = new Runner(parts, works);
        this.rounds = new NodeRounds(parts, slots);
    }

    public String name() {
        return parts.node();
    }

    /// What this node can run from now on; callable at any time.
    public void lanes(List<Lane> lanes) {
        slots.have(lanes);
        wake();
    }

    public List<Lane> lanes() {
        return slots.lanes();
    }

    /// Begins to take jobs as soon as the database can be used. Returns at once.
    ///
    /// @throws ProblemException `DATABASE_IN_USE` when another process has this name and the database is there
    public synchronized void start() {
        try {
            open();
        } catch (ProblemException e) {
            if (!Patience.isPassing(e)) {
                throw e;
            }
            starting = Thread.ofVirtual().name("node-" + name()).start(this::openWhenReady);
        }
    }

    private void openWhenReady() {
        try {
            parts.database().await();
            Patience.until(() -> closed, () -> {
                open();
                return true;
            });
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void open() {
        if (closed) {
            return;
        }
        if (name == null) {
            name = parts.database().claim("node-" + name()).orElseThrow(this::taken);
        }
        rounds.recoverOwn();
        scheduler = scheduler();
        scheduler.start();
        rounds.start();
        parts.bell().listen(_ -> wake());
        log.info("worker {} started, lanes {}", name(), slots.lanes());
    }

    private ProblemException taken() {
        return new ProblemException(
                Problem.DATABASE_IN_USE,
                "a worker named '%s' runs already on the database %s"
                        .formatted(name(), parts.database().told()),
                "end that one, or give this one another name with jobs.node");
    }

    private Scheduler scheduler() {
        var settings = parts.settings();
        return Scheduler.create(parts.database().dataSource(), task())
                .schedulerName(new SchedulerName.Fixed(name()))
                .executorService(threads)
                .threads(THREADS)
                .pollingInterval(settings.poll())
                .pollUsingLockAndFetch(0.5, 1.0)
                .heartbeatInterval(settings.heartbeat())
                .missedHeartbeatsLimit(MISSED_HEARTBEATS)
                .deleteUnresolvedAfter(NEVER)
                .shutdownMaxWait(settings.stop().dividedBy(2))
                .jdbcCustomization(new FairFetch(parts.database().dialect(), slots, settings.mostPerKey()))
                .clock(parts.database()::now)
                .addSchedulerListener(new Heartbeats())
                .build();
    }

    /// What becomes of the execution's row is written with the job's own: nothing is left for db-scheduler to do.
    private CustomTask<Void> task() {
        return Tasks.custom(Executions.TASK, Void.class)
                .onDeadExecution((complete, _) -> died(complete.getExecution()))
                .onFailure((complete, _) -> trouble(complete.getExecution()))
                .execute((instance, context) -> {
                    try {
                        runner.run(instance.getId(), context.getExecution().version);
                    } finally {
                        slots.giveBack(instance.getId());
                        wake();
                    }
                    return (_, _) -> {};
                });
    }

    /// The claim could not be written. Without heartbeats the execution is found dead soon, and so picked again.
    private void trouble(Execution execution) {
        lastTroubleNanos.set(System.nanoTime());
        log.debug("{} could not be claimed", execution.taskInstance.getId());
    }

    private void died(Execution execution) {
        var job = execution.taskInstance.getId();
        boolean graceful = System.nanoTime() - lastTroubleNanos.get() < GRACE.toNanos()
                || parts.database().sinceJump().compareTo(GRACE) < 0;
        boolean own = parts.live()
                .of(job)
                .filter(live -> live.version() == execution.version)
                .isPresent();
        if (!graceful
                && !own
                && parts.claims().died(job, execution.version, execution.pickedBy + " does not answer any more")) {
            log.warn("{}: its worker {} does not answer any more", job, execution.pickedBy);
            parts.bell().ring(job);
        }
    }

    private final class Heartbeats extends AbstractSchedulerListener {

        @Override
        public void onExecutionFailedHeartbeat(CurrentlyExecuting executing) {
            var execution = executing.getExecution();
            parts.live().all().stream()
                    .filter(live -> live.claim().job().equals(execution.taskInstance.getId()))
                    .filter(live -> live.version() == execution.version)
                    .filter(this::isLost)
                    .forEach(live -> live.stop(Stop.LOST));
        }

        /// While the database is away nobody can take the job: the work goes on until it is known to be lost.
        private boolean isLost(LiveAttempt live) {
            try {
                return !parts.database()
                        .read(db -> Executions.isPicked(db, live.claim().job(), live.version()));
            } catch (ProblemException e) {
                lastTroubleNanos.set(System.nanoTime());
                return false;
            }
        }

        @Override
        public void onSchedulerEvent(SchedulerEventType type) {
            switch (type) {
                case UNEXPECTED_ERROR, FAILED_HEARTBEAT -> lastTroubleNanos.set(System.nanoTime());
                default -> {}
            }
        }
    }

    private void wake() {
        var running = scheduler;
        if (running != null) {
            running.triggerCheckForDueExecutions();
        }
    }

    /// Interrupts what runs and gives it back to the queue, so that another worker, or this one at its next start,
    /// has it at once.
    @Override
    public void close() {
        slots.close();
        synchronized (this) {
            closed = true;
            if (starting != null) {
                starting.interrupt();
            }
        }
        parts.live().stopAll();
        if (scheduler != null) {
            scheduler.stop();
        }
        rounds.close();
        threads.close();
        if (name != null) {
            name.close();
        }
    }
}
