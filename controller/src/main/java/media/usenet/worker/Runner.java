package media.usenet.worker;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import media.usenet.database.Database;
import media.usenet.job.FailureClass;
import media.usenet.job.JobError;
import media.usenet.job.JobFolder;
import media.usenet.job.JobLog;
import media.usenet.job.Phase;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.publish.FailPoints;
import media.usenet.publish.Publisher;
import media.usenet.publish.Refused;
import media.usenet.publish.WorkFolders;
import media.usenet.queue.Bell;
import media.usenet.queue.Claim;
import media.usenet.queue.Claims;
import media.usenet.queue.Ends;
import media.usenet.queue.JobSettings;
import media.usenet.worker.LiveAttempt.Stop;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Runs one attempt from its claim to its end, on the thread that calls it.
public final class Runner {

    private static final Logger log = LoggerFactory.getLogger(Runner.class);

    private final Parts parts;
    private final Map<String, Work> works;

    /// What an attempt needs of its node.
    public record Parts(
            Database database,
            JobSettings settings,
            String node,
            Claims claims,
            Ends ends,
            WorkFolders folders,
            Publisher publisher,
            JobFolder own,
            LiveAttempts live,
            Bell bell,
            FailPoints points) {}

    Runner(Parts parts, List<Work> works) {
        this.parts = parts;
        this.works = new TreeMap<>();
        works.forEach(work -> this.works.put(work.type(), work));
    }

    /// @param version of the execution that was picked
    void run(String job, long version) {
        parts.points().reach("picked");
        var claim = parts.claims().claim(job, parts.node());
        if (claim.isPresent()) {
            parts.points().reach("claimed");
            var live = new LiveAttempt(claim.get(), version, Thread.currentThread());
            parts.live().add(live);
            try (var own = new JobLog(
                    parts.own().of(job),
                    parts.settings().logBytes(),
                    parts.database().clock())) {
                parts.bell().ring(job);
                attempt(live, own);
            } finally {
                parts.live().remove(live);
                parts.bell().ring(job);
            }
        }
    }

    private void attempt(LiveAttempt live, JobLog own) {
        var claim = live.claim();
        own.write("attempt %d on %s, lane %s".formatted(claim.number(), parts.node(), claim.lane()));
        try {
            var ended = claim.publishing() ? finished(live) : Optional.<AttemptEnd>empty();
            var end = ended.orElseGet(() -> worked(live, own));
            live.settle();
            own.write(end.told());
            clean(live);
            write(live, end, own);
        } finally {
            clean(live);
        }
    }

    /// Before the end is told: whoever sees it finds nothing left. What was to be published is in its place by
    /// then, or lies in the folder of an earlier attempt.
    private void clean(LiveAttempt live) {
        patiently(live, () -> {
            parts.folders().drop(live.claim());
            return true;
        });
    }

    /// What an earlier attempt had made and begun to publish.
    private Optional<AttemptEnd> finished(LiveAttempt live) {
        try {
            var intents = parts.publisher().recover(live.claim());
            if (intents.isEmpty()) {
                return Optional.empty();
            }
            parts.folders().dropEarlier(live.claim());
            return Optional.of(new AttemptEnd.Published(intents, Map.of()));
        } catch (IOException e) {
            return Optional.of(AttemptEnd.failed(e));
        } catch (Refused e) {
            return Optional.of(new AttemptEnd.Failure(e.error()));
        }
    }

    private AttemptEnd worked(LiveAttempt live, JobLog own) {
        try {
            parts.folders().dropEarlier(live.claim());
            parts.points().reach("working");
            var ending = work(live.claim()).run(attemptFor(live, own));
            parts.points().reach("worked");
            return ended(live, ending);
        } catch (InterruptedException _) {
            return stopped(live, "interrupted");
        } catch (IOException e) {
            return live.stopped() == null ? AttemptEnd.failed(e) : stopped(live, "interrupted");
        } catch (Refused e) {
            return new AttemptEnd.Failure(e.error());
        } catch (ProblemException e) {
            return live.stopped() == null ? AttemptEnd.failed(e) : stopped(live, e.detail());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
            return live.stopped() == null ? broken(live, e) : stopped(live, String.valueOf(e.getMessage()));
        }
    }

    private static AttemptEnd broken(LiveAttempt live, Throwable e) {
        log.error("the work of {} broke", live.claim().job(), e);
        return new AttemptEnd.Failure(new JobError(
                FailureClass.WORKER,
                "internal error: " + e,
                "look for %s in the controller's log and report what stands there"
                        .formatted(live.claim().job())));
    }

    private Work work(Claim claim) {
        return Optional.ofNullable(works.get(claim.type()))
                .orElseThrow(() -> new ProblemException(
                        Problem.JOB_TYPE_UNKNOWN,
                        "%s knows no work of the type '%s'".formatted(parts.node(), claim.type()),
                        "update the program on that machine"));
    }

    private Attempt attemptFor(LiveAttempt live, JobLog own) {
        var claim = live.claim();
        return new Attempt(
                claim,
                live.canvas(),
                destination -> folder(live, destination),
                parts.own().outputs(claim.job()),
                own::write);
    }

    /// Made when the database is back, where it is away.
    private Path folder(LiveAttempt live, Path destination) {
        var made = new AtomicReference<@Nullable Path>();
        patiently(live, () -> {
            made.set(parts.folders().make(live.claim(), destination));
            return true;
        });
        return Optional.ofNullable(made.get())
                .orElseThrow(() -> new IllegalStateException("stopped before its folder was made"));
    }

    private AttemptEnd ended(LiveAttempt live, Ending ending) throws IOException, Refused {
        return switch (ending) {
            case Ending.Made made -> published(live, made);
            case Ending.Failed failed ->
                live.stopped() == null
                        ? new AttemptEnd.Failure(new JobError(failed.failure(), failed.detail(), failed.remedy()))
                        : stopped(live, failed.detail());
            case Ending.Elsewhere elsewhere -> new AttemptEnd.Moved(elsewhere.lane(), elsewhere.because());
            case Ending.Suspended suspended -> new AttemptEnd.Suspended(suspended.slot(), suspended.because());
        };
    }

    private AttemptEnd published(LiveAttempt live, Ending.Made made) throws IOException, Refused {
        live.canvas().phase(Phase.PUBLISHING);
        var intents = parts.publisher().ready(live.claim(), made.outputs());
        var stop = live.settle();
        if (stop != null) {
            return stopped(live, "its outputs were not published");
        }
        if (!patiently(live, () -> parts.publisher().intend(live.claim(), intents))) {
            var why = live.stopped();
            // Otherwise it was cancelled through another process; or the lease is gone, and nothing will be written.
            return new AttemptEnd.Stopped(why == null ? Stop.CANCELLED : why, "its outputs were not published");
        }
        parts.publisher().place(intents);
        var result = new TreeMap<>(live.picture().notes());
        result.putAll(made.result());
        return new AttemptEnd.Published(intents, result);
    }

    private static AttemptEnd stopped(LiveAttempt live, String told) {
        var why = live.stopped();
        // Nobody has asked for it: a program that the work ran may have interrupted its thread.
        return why == null
                ? new AttemptEnd.Failure(new JobError(FailureClass.WORKER, told, "retry the job"))
                : new AttemptEnd.Stopped(why, told);
    }

    private void write(LiveAttempt live, AttemptEnd end, JobLog own) {
        parts.points().reach("before end");
        var claim = live.claim();
        var picture = live.picture();
        boolean written = patiently(live, () -> switch (end) {
            case AttemptEnd.Published published -> {
                var summary = Summary.of(claim, picture, published.intents().size());
                own.write(summary);
                yield parts.ends().succeeded(claim, picture, published.result(), summary);
            }
            case AttemptEnd.Failure failure -> parts.ends().failed(claim, picture, failure.error());
            case AttemptEnd.Moved moved -> parts.ends().elsewhere(claim, moved.lane(), moved.because());
            case AttemptEnd.Suspended gone -> parts.ends().suspended(claim, gone.slot(), gone.because());
            case AttemptEnd.Stopped stopped ->
                switch (stopped.why()) {
                    case CANCELLED -> parts.ends().cancelled(claim);
                    case STOPPING -> parts.ends().released(claim, "its worker %s stops".formatted(parts.node()));
                    case LOST -> false;
                };
        });
        parts.points().reach("ended");
        Summary.tell(claim, end, picture, written);
    }

    /// A database that is away, locked or full is waited for: what has been done is not thrown away for that.
    private boolean patiently(LiveAttempt live, BooleanSupplier change) {
        return Patience.until(() -> live.stopped() == Stop.LOST || live.stopped() == Stop.STOPPING, change);
    }
}
