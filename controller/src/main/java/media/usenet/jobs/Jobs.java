package media.usenet.jobs;

import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import media.usenet.database.Database;
import media.usenet.effect.Change;
import media.usenet.history.History;
import media.usenet.history.JobFilter;
import media.usenet.history.JobPage;
import media.usenet.history.JobRows;
import media.usenet.job.Job;
import media.usenet.job.JobState;
import media.usenet.job.Priority;
import media.usenet.job.Submission;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.queue.Bell;
import media.usenet.queue.Commands;
import media.usenet.queue.Intake;
import media.usenet.queue.JobSettings;
import media.usenet.worker.LiveAttempt.Stop;
import media.usenet.worker.LiveAttempts;

/// The queue: what is accepted here is on disk, and will be run. From any thread.
public final class Jobs {

    private static final Duration ELSEWHERE = Duration.ofSeconds(1);

    private final Database database;
    private final Intake intake;
    private final Commands commands;
    private final History history;
    private final LiveAttempts live;
    private final Bell bell;
    private final Set<String> types;

    Jobs(Database database, JobSettings settings, LiveAttempts live, Bell bell, Set<String> types) {
        this.database = database;
        this.intake = new Intake(database, settings);
        this.commands = new Commands(database);
        this.history = new History(database);
        this.live = live;
        this.bell = bell;
        this.types = new TreeSet<>(types);
    }

    /// Accepts a job; where the same Idempotency-Key has been used for the same request before, answers the job it
    /// got.
    ///
    /// @throws ProblemException `JOB_TYPE_UNKNOWN`, `IDEMPOTENCY_KEY_REUSED`, and what the database fails with
    public Job submit(Submission submission) {
        if (!types.contains(submission.type())) {
            throw new ProblemException(
                    Problem.JOB_TYPE_UNKNOWN,
                    "there is no kind of job '%s'".formatted(submission.type()),
                    "use one of " + String.join(", ", types));
        }
        return changed(intake.accept(submission));
    }

    /// @throws ProblemException `JOB_NOT_FOUND`
    public Job find(String id) {
        var job = database.read(db -> JobRows.find(db, id)).orElseThrow(() -> Commands.unknown(id));
        return job.state() == JobState.RUNNING ? withPicture(job) : job;
    }

    /// The job when it has ended; as it is then, when that takes too long.
    ///
    /// @throws ProblemException `JOB_NOT_FOUND`
    public Job await(String id, Duration most) throws InterruptedException {
        var rings = new Semaphore(0);
        var leave = bell.listen(rung -> {
            if (rung.equals(id)) {
                rings.release();
            }
        });
        try {
            long until = System.nanoTime() + most.toNanos();
            var job = find(id);
            while (!job.state().ended() && System.nanoTime() < until) {
                // Another process may run it, which rings no bell here.
                long patience = Math.min(until - System.nanoTime(), ELSEWHERE.toNanos());
                boolean rang = rings.tryAcquire(patience, TimeUnit.NANOSECONDS);
                if (rang) {
                    rings.drainPermits();
                }
                job = find(id);
            }
            return job;
        } finally {
            leave.run();
        }
    }

    /// @param page from 1
    public JobPage page(JobFilter filter, String sort, int page, int size) {
        var found = history.page(filter, sort, page, size);
        var jobs = found.jobs().stream()
                .map(job -> job.state() == JobState.RUNNING ? withPicture(job) : job)
                .toList();
        return new JobPage(jobs, found.total(), found.page(), found.size(), found.pages(), found.counts());
    }

    private Job withPicture(Job job) {
        return live.of(job.id())
                .map(attempt -> JobRows.withPicture(job, attempt.picture()))
                .orElse(job);
    }

    /// All that match, oldest first.
    void export(JobFilter filter, Consumer<Job> each) {
        history.export(filter, each);
    }

    Iterable<String> ids(JobFilter filter) {
        return history.ids(filter);
    }

    /// Cancels it, whatever it is doing. One that runs is interrupted, and cancelled within a second.
    ///
    /// @throws ProblemException `JOB_ENDED`
    public Job cancel(String id) {
        var lease = commands.cancel(id);
        if (lease != null) {
            live.all().stream()
                    .filter(attempt -> attempt.claim().lease().equals(lease))
                    .forEach(attempt -> attempt.stop(Stop.CANCELLED));
        }
        return changed(id);
    }

    Change previewCancel(String id) {
        return commands.previewCancel(id);
    }

    /// Lets one that has failed, died or been cancelled run again, with all its attempts; one that waits for its
    /// next attempt goes at once.
    ///
    /// @throws ProblemException `JOB_ENDED`, `JOB_NOT_ENDED`
    public Job retry(String id) {
        commands.retry(id);
        return changed(id);
    }

    Change previewRetry(String id) {
        return commands.previewRetry(id);
    }

    /// Submits the same request once more.
    public Job duplicate(String id) {
        return submit(commands.again(id));
    }

    Change previewDuplicate(String id) {
        return commands.previewDuplicate(id);
    }

    public Job priority(String id, Priority priority) {
        commands.priority(id, priority);
        return changed(id);
    }

    Change previewPriority(String id, Priority priority) {
        return commands.previewPriority(id, priority);
    }

    /// A drive is back: the jobs that wait for it go on.
    ///
    /// @return how many
    public int resume(String slot) {
        var jobs = commands.resume(slot);
        jobs.forEach(bell::ring);
        return jobs.size();
    }

    /// A drive is gone: the jobs that need it and have not begun wait until it is back.
    ///
    /// @return how many
    public int suspend(String slot) {
        var jobs = commands.suspend(slot);
        jobs.forEach(bell::ring);
        return jobs.size();
    }

    private Job changed(String id) {
        bell.ring(id);
        return find(id);
    }
}
