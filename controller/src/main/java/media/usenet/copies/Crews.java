package media.usenet.copies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// Threads that read all disks beside each other, and every spinning one in one place at a time.
final class Crews {

    private static final int MOST_READERS = 4;

    private final Lanes lanes;
    private final Map<String, Lock> spinning = new ConcurrentHashMap<>();

    Crews(Lanes lanes) {
        this.lanes = lanes;
    }

    /// Does the work on every item, those of a disk in the order of their inodes, which is about that of places.
    /// Returns when all is done.
    ///
    /// @param files which an item needs read
    /// @param worker makes what one thread works with
    <T> void each(List<T> items, Function<T, List<Content>> files, Supplier<Consumer<T>> worker) {
        var byLanes = items.stream()
                .collect(Collectors.groupingBy(
                        item -> lanes(files.apply(item)), LinkedHashMap::new, Collectors.toList()));
        try (var threads = Executors.newThreadPerTaskExecutor(
                Thread.ofPlatform().name("copies-", 0).daemon().factory())) {
            var running = new ArrayList<Future<?>>();
            byLanes.forEach((needed, own) -> {
                own.sort(Comparator.comparingLong(
                        item -> files.apply(item).getFirst().key().inode()));
                var next = new AtomicInteger();
                for (int n = 0; n < readers(needed, own.size()); n++) {
                    running.add(threads.submit(() -> work(own, next, locks(needed), worker.get())));
                }
            });
            await(running, threads::shutdownNow);
        }
    }

    private static <T> void work(List<T> items, AtomicInteger next, List<Lock> locks, Consumer<T> work) {
        for (int n = next.getAndIncrement(); n < items.size(); n = next.getAndIncrement()) {
            if (Thread.currentThread().isInterrupted()) {
                throw new CancellationException();
            }
            locks.forEach(Lock::lock);
            try {
                work.accept(items.get(n));
            } finally {
                locks.reversed().forEach(Lock::unlock);
            }
        }
    }

    private static void await(List<Future<?>> running, Runnable stop) {
        try {
            for (var one : running) {
                one.get();
            }
        } catch (InterruptedException _) {
            stop.run();
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while files were compared");
        } catch (ExecutionException e) {
            stop.run();
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e.getCause());
        }
    }

    private List<Lane> lanes(List<Content> files) {
        var first = lanes.of(files.getFirst());
        if (files.stream().allMatch(file -> lanes.of(file).equals(first))) {
            return List.of(first);
        }
        var needed = new TreeSet<Lane>(Comparator.comparing(Lane::name));
        files.forEach(file -> needed.add(lanes.of(file)));
        return List.copyOf(needed);
    }

    private static int readers(List<Lane> needed, int items) {
        if (needed.stream().anyMatch(Lane::rotational)) {
            return 1;
        }
        return Math.min(items, Math.min(MOST_READERS, Runtime.getRuntime().availableProcessors()));
    }

    /// Sorted by name, as the lanes are, so that no two wait for each other's.
    private List<Lock> locks(List<Lane> needed) {
        return needed.stream()
                .filter(Lane::rotational)
                .map(lane -> spinning.computeIfAbsent(lane.name(), _ -> new ReentrantLock()))
                .toList();
    }
}
