package media.usenet.smart;

import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The latest reading of each drive, taken every half hour. Each drive is asked in a thread of its own, and not again
/// before it has answered: one that hangs holds up nobody else.
public final class SmartWatch implements AutoCloseable {

    private static final Duration BETWEEN = Duration.ofMinutes(30);

    private final Smartctl smartctl;
    private final Supplier<List<SmartTarget>> targets;
    private final InstantSource clock;
    private final Consumer<SmartReading> onReading;
    private final Map<String, SmartReading> readings = new ConcurrentHashMap<>();
    private final Set<String> asked = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closed = new CountDownLatch(1);

    /// @param targets the drives that are there now; asked often, must not touch them
    /// @param onReading called with every reading as it comes, from the drive's own thread
    public SmartWatch(
            Smartctl smartctl,
            Supplier<List<SmartTarget>> targets,
            InstantSource clock,
            Consumer<SmartReading> onReading) {
        this.smartctl = smartctl;
        this.targets = targets;
        this.clock = clock;
        this.onReading = onReading;
    }

    /// Takes a first reading of every drive at once, and the next ones every half hour until closed.
    public void start() {
        Thread.ofVirtual().name("smart").start(this::watch);
    }

    /// Has the drive asked now, as one should be that has just come. Returns at once.
    public void ask(SmartTarget target) {
        if (asked.add(key(target))) {
            Thread.ofVirtual().name("smart " + target.device()).start(() -> read(target));
        }
    }

    /// The readings of the drives that are there now; none yet of those that have not answered.
    public List<SmartReading> latest() {
        return targets.get().stream()
                .flatMap(target ->
                        Optional.ofNullable(readings.get(key(target))).map(reading -> reading.seenAs(target)).stream())
                .toList();
    }

    @Override
    public void close() {
        closed.countDown();
    }

    void askAll() {
        var now = targets.get();
        readings.keySet().retainAll(now.stream().map(SmartWatch::key).toList());
        now.forEach(this::ask);
    }

    private void watch() {
        try {
            do {
                askAll();
            } while (!closed.await(BETWEEN.toSeconds(), TimeUnit.SECONDS));
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void read(SmartTarget target) {
        onReading.accept(take(target));
    }

    private SmartReading take(SmartTarget target) {
        try {
            var report = smartctl.read(target);
            var at = clock.instant();
            return readings.merge(
                    key(target),
                    SmartReading.first(target, report, at),
                    (before, _) -> before.then(target, report, at));
        } finally {
            asked.remove(key(target));
        }
    }

    private static String key(SmartTarget target) {
        return target.identity().orElseGet(target::device);
    }
}
