package media.usenet.library;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import media.usenet.event.Step;
import media.usenet.health.Finding.Severity;
import media.usenet.library.Tally.Count;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Brings the catalog to what is on the drives: walks through each root in a thread of its own, then looks into what
/// is new. Two scans of one root come one after the other.
final class Scanner {

    private final Catalog catalog;
    private final Standing standing;
    private final Probing probing;
    private final Duration patience;
    private final InstantSource clock;
    private final Map<String, ReentrantLock> locks = new ConcurrentHashMap<>();

    Scanner(Catalog catalog, Standing standing, Prober prober, Pace pace, InstantSource clock) {
        this.catalog = catalog;
        this.standing = standing;
        this.probing = new Probing(catalog, standing, prober, pace, clock);
        this.patience = pace.patience();
        this.clock = clock;
    }

    /// How a scan is done.
    ///
    /// @param again whether files are looked into though they did not change
    /// @param dry whether nothing is written and no file is looked into
    record Manner(String cause, boolean again, boolean dry) {

        static final String WATCH = "watch";

        boolean asked() {
            return !cause.equals(WATCH);
        }
    }

    /// @throws ProblemException what kept all files from being looked into; what was found until then is written down
    ScanSummary scan(List<Scope> scopes, Manner manner, Consumer<Step> tell) {
        var run = new Run(scopes, manner, tell);
        var summary = run.toEnd();
        if (!manner.dry() && (manner.asked() || summary.changedAnything())) {
            catalog.keep(summary);
        }
        if (run.failure != null) {
            throw run.failure;
        }
        return summary;
    }

    /// One scan under way.
    private final class Run {

        private final Instant started = clock.instant();
        private final List<Scope> scopes;
        private final Manner manner;
        private final Consumer<Step> tell;
        private final Tally tally = new Tally();
        private final Troubles troubles = new Troubles();
        private final List<String> done = Collections.synchronizedList(new ArrayList<>());
        private final List<String> missing = Collections.synchronizedList(new ArrayList<>());
        private volatile @Nullable RuntimeException failure;

        Run(List<Scope> scopes, Manner manner, Consumer<Step> tell) {
            this.scopes = scopes;
            this.manner = manner;
            this.tell = tell;
        }

        ScanSummary toEnd() {
            var threads = scopes.stream()
                    .map(scope -> Thread.ofVirtual()
                            .name("library-" + scope.root().slot())
                            .start(() -> one(scope)))
                    .toList();
            try {
                for (var thread : threads) {
                    thread.join();
                }
            } catch (InterruptedException e) {
                threads.forEach(Thread::interrupt);
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while scanning", e);
            }
            return ScanSummary.of(
                    started, clock.instant(), manner.cause(), sorted(done), sorted(missing), tally, troubles);
        }

        private void one(Scope scope) {
            var slot = scope.root().slot();
            var lock = locks.computeIfAbsent(slot, _ -> new ReentrantLock());
            try {
                lock.lockInterruptibly();
                try {
                    (walk(scope) && (manner.dry() || look(scope)) ? done : missing).add(slot);
                } finally {
                    lock.unlock();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            } catch (RuntimeException e) {
                failure = e;
                missing.add(slot);
            }
        }

        private boolean walk(Scope scope) throws InterruptedException {
            var root = scope.root();
            var sweep = new Sweep(catalog, standing, scope, tally, troubles, clock.instant(), manner.dry());
            var outcome = new Walking(root.slot(), patience).run(sweep, () -> tellWalk(root));
            if (outcome == Walking.Outcome.HANGS) {
                troubles.add(
                        "DRIVE_HANGS",
                        Severity.ERROR,
                        "%s said nothing for %d s; nothing of it was changed in the catalog"
                                .formatted(root.path(), patience.toSeconds()),
                        "look at its drive: usenet storage health");
            }
            return outcome == Walking.Outcome.DONE;
        }

        private void tellWalk(Root root) {
            tell.accept(Step.of(root.slot(), "lists folders: %d files so far".formatted(tally.of(Count.FILES))));
        }

        /// @return whether the root was there all the time
        private boolean look(Scope scope) throws InterruptedException {
            if (manner.again()) {
                catalog.forgetLooks(scope);
            }
            var slot = scope.root().slot();
            long total = catalog.countPending(scope);
            var last = new AtomicLong(-1);
            var there = probing.run(scope, tally, troubles, count -> {
                if (last.getAndSet(count) != count) {
                    tell.accept(new Step(slot, "looks into files", count, total, "files"));
                }
            });
            if (there) {
                tell.accept(Step.of(slot, "done: %d files looked into".formatted(total)));
            }
            return there;
        }
    }

    private static List<String> sorted(List<String> slots) {
        return slots.stream().distinct().sorted().toList();
    }
}
