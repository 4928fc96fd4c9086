package media.usenet.library;

import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.FutureTask;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongConsumer;
import media.usenet.health.Finding.Severity;
import media.usenet.problem.ProblemException;

/// Looks into all files of a root that wait for it, some at once, and writes down what was found batch by batch.
final class Probing {

    /// A drive that hangs would otherwise be waited for once for each of its files.
    private static final int TIMED_OUT_IN_A_ROW = 3;

    /// Longer than FFprobe may take twice: what says nothing until then hangs in the kernel.
    private static final Duration LIMIT = Duration.ofSeconds(90);

    private final Catalog catalog;
    private final Standing standing;
    private final Prober prober;
    private final Pace pace;
    private final Semaphore seats;
    private final InstantSource clock;

    Probing(Catalog catalog, Standing standing, Prober prober, Pace pace, InstantSource clock) {
        this.catalog = catalog;
        this.standing = standing;
        this.prober = prober;
        this.pace = pace;
        this.seats = new Semaphore(pace.probes());
        this.clock = clock;
    }

    /// @param told how many are done, after each batch
    /// @return whether the root was there all the time
    /// @throws ProblemException where no file can be looked into: `FFMPEG_MISSING`, `SANDBOX_MISSING`
    boolean run(Scope scope, Tally tally, Troubles troubles, LongConsumer told) throws InterruptedException {
        long after = 0;
        long done = 0;
        int silent = 0;
        var before = standing.device(scope.root());
        var batch = next(scope, after);
        while (!batch.isEmpty()) {
            var looked = look(batch);
            if (before.isEmpty() || !standing.device(scope.root()).equals(before)) {
                troubles.notThere(scope.root());
                catalog.save(successes(looked), clock.instant());
                return false;
            }
            catalog.save(looked, clock.instant());
            for (var entry : looked) {
                silent = tell(entry, silent, tally, troubles);
            }
            if (silent >= TIMED_OUT_IN_A_ROW) {
                leave(scope, troubles);
                return true;
            }
            done += batch.size();
            told.accept(done);
            after = batch.getLast().requireId();
            Thread.sleep(pace.pause());
            batch = next(scope, after);
        }
        return true;
    }

    /// What a drive gave before it was pulled; that the others could not be read says nothing of them.
    private static List<Entry> successes(List<Entry> looked) {
        return looked.stream()
                .filter(entry -> entry.look() != null && entry.look().status() == ProbeStatus.PROBED)
                .toList();
    }

    private List<Entry> next(Scope scope, long after) {
        return catalog.pending(scope, after, pace.batch());
    }

    private List<Entry> look(List<Entry> batch) throws InterruptedException {
        var looks = new ArrayList<Future<Look>>();
        for (var entry : batch) {
            looks.add(begin(entry));
        }
        var looked = new ArrayList<Entry>();
        for (int at = 0; at < batch.size(); at++) {
            looked.add(batch.get(at).with(answer(looks.get(at))));
        }
        return looked;
    }

    private Future<Look> begin(Entry entry) throws InterruptedException {
        var seat = seats.tryAcquire(LIMIT.toSeconds(), TimeUnit.SECONDS);
        var task = new FutureTask<>(() -> {
            try {
                return again(entry);
            } finally {
                if (seat) {
                    seats.release();
                }
            }
        });
        // Not virtual: a virtual thread that hangs in the kernel keeps the thread that carries it.
        Thread.ofPlatform().daemon().name("library-probe").start(task);
        return task;
    }

    /// Another name of bytes that were looked into meanwhile need not be looked into.
    private Look again(Entry entry) {
        var found = entry.found();
        var known = found.links() > 1 ? catalog.sameBytes(entry.root().slot(), found) : null;
        return known != null && known.isPresent() ? known.get() : prober.look(found);
    }

    private static Look answer(Future<Look> look) throws InterruptedException {
        try {
            return look.get(LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (TimeoutException _) {
            return new Look(
                    ProbeStatus.TIMED_OUT, "its drive said nothing for %d s".formatted(LIMIT.toSeconds()), null);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof ProblemException problem) {
                throw problem;
            }
            throw new IllegalStateException(e.getCause());
        }
    }

    private static int tell(Entry entry, int silent, Tally tally, Troubles troubles) {
        var look = entry.look();
        if (look == null) {
            return silent;
        }
        tally.look(look.status());
        if (look.trouble() != null) {
            troubles.add(
                    "FILE_" + look.status().name(),
                    Severity.NOTICE,
                    "%s: %s".formatted(entry.found().path(), look.trouble()),
                    look.status().remedy());
        }
        return look.status() == ProbeStatus.TIMED_OUT ? silent + 1 : 0;
    }

    private static void leave(Scope scope, Troubles troubles) {
        troubles.add(
                "DRIVE_HANGS",
                Severity.ERROR,
                "%d files in a row of %s came to no end; the rest of it was left for the next scan"
                        .formatted(TIMED_OUT_IN_A_ROW, scope.root().slot()),
                "look at its drive: usenet storage health");
    }
}
