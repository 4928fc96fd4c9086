package media.usenet.jobs;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import media.usenet.database.Database;
import media.usenet.event.EventLog.Entry;
import media.usenet.problem.ProblemException;
import media.usenet.queue.Bell;
import media.usenet.queue.JobEvents;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Tells any number of followers what happens to jobs: one thread reads for all of them, once for each job that is
/// followed, when it has changed here or after a second.
final class JobHub implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(JobHub.class);
    private static final long EVERY_MILLIS = 1_000;
    /// One that reads more slowly than this is told less of the progress.
    private static final int MOST_UNREAD = 64;

    private final Database database;
    private final Jobs jobs;
    private final Map<String, Followed> followed = new LinkedHashMap<>();
    private final Set<String> changed = ConcurrentHashMap.newKeySet();
    private final Semaphore rung = new Semaphore(0);
    private final Thread thread = Thread.ofVirtual().name("job-hub").unstarted(this::go);
    private volatile boolean closed;

    JobHub(Database database, Jobs jobs, Bell bell) {
        this.database = database;
        this.jobs = jobs;
        bell.listen(this::ring);
        thread.start();
    }

    private void ring(String job) {
        changed.add(job);
        rung.release();
    }

    /// First what happened after `lastSeen`, then what happens from now on, to the end.
    ///
    /// @return ends the following
    synchronized Runnable follow(String job, int lastSeen, Queue<Entry<JobMessage>> follower) {
        jobs.find(job);
        var one = followed.computeIfAbsent(job, Followed::new);
        var before = database.read(db -> JobEvents.after(db, job, lastSeen)).stream()
                .filter(event -> event.number() <= one.number)
                .toList();
        before.forEach(event -> follower.add(new Entry<>(event.number(), new JobMessage.Happened(event))));
        var seat = new Seat(follower, Math.max(lastSeen, one.number));
        one.seats.add(seat);
        ring(job);
        return () -> leave(job, seat);
    }

    private synchronized void leave(String job, Seat seat) {
        var one = followed.get(job);
        if (one != null) {
            one.seats.remove(seat);
            if (one.seats.isEmpty()) {
                followed.remove(job);
            }
        }
    }

    private void go() {
        long next = System.nanoTime();
        while (!closed) {
            try {
                boolean all = System.nanoTime() >= next;
                if (all) {
                    next = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(EVERY_MILLIS);
                }
                tell(all);
                rung.drainPermits();
                if (changed.isEmpty()) {
                    var ignored = rung.tryAcquire(
                            Math.max(1, TimeUnit.NANOSECONDS.toMillis(next - System.nanoTime())),
                            TimeUnit.MILLISECONDS);
                }
            } catch (InterruptedException _) {
                return;
            } catch (ProblemException e) {
                log.debug("followers wait: {}", e.getMessage());
            }
        }
    }

    private synchronized void tell(boolean all) {
        var now = Set.copyOf(changed);
        changed.removeAll(now);
        for (var one : List.copyOf(followed.values())) {
            if (all || now.contains(one.job)) {
                one.tell();
            }
        }
    }

    /// A follower, and the number of the event that it has seen last.
    private static final class Seat {

        private final Queue<Entry<JobMessage>> queue;
        private final int seen;

        Seat(Queue<Entry<JobMessage>> queue, int seen) {
            this.queue = queue;
            this.seen = seen;
        }
    }

    /// A job that has followers. All of this under the hub's lock.
    private final class Followed {

        private final String job;
        private final List<Seat> seats = new ArrayList<>();
        private int number;
        private JobMessage.Progressed told = new JobMessage.Progressed(null, null);

        Followed(String job) {
            this.job = job;
        }

        void tell() {
            // In this order: an end that is seen has its event among those that are read after it.
            var now = jobs.find(job);
            for (var event : database.read(db -> JobEvents.after(db, job, number))) {
                number = event.number();
                send(new JobMessage.Happened(event));
            }
            var progressed = new JobMessage.Progressed(now.phase(), now.progress());
            if (now.state().ended()) {
                send(new JobMessage.Ended(now));
                seats.clear();
                followed.remove(job);
            } else if (now.progress() != null && !progressed.equals(told)) {
                told = progressed;
                send(progressed);
            }
        }

        private void send(JobMessage message) {
            for (var seat : seats) {
                boolean news = !(message instanceof JobMessage.Happened) || number > seat.seen;
                boolean room = !(message instanceof JobMessage.Progressed) || seat.queue.size() < MOST_UNREAD;
                if (news && room) {
                    seat.queue.add(new Entry<>(number, message));
                }
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        thread.interrupt();
    }
}
