package media.usenet.host;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A program below its supervising shell.
final class HostProgram implements RunningProgram {

    private static final Logger log = LoggerFactory.getLogger(HostProgram.class);
    private static final Executor VIRTUAL = Thread::startVirtualThread;
    private static final Duration BREATH = Duration.ofMillis(2);
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private final Process process;
    private final Supervision supervision;
    private final ProcessTree tree;
    private final CompletableFuture<Integer> ended;
    private volatile Duration seenCpu = Duration.ZERO;

    HostProgram(Process process, Supervision supervision, Consumer<String> onLine) {
        this.process = process;
        this.supervision = supervision;
        this.tree = new ProcessTree(Path.of("/proc"), process.pid(), supervision.mark());
        var stdout = reading(process.getInputStream(), onLine);
        var stderr = reading(process.getErrorStream(), supervision).thenRun(supervision::end);
        this.ended = process.onExit()
                // What it left behind may hold the pipes open, and write where its output is about to be read.
                .thenAcceptAsync(_ -> killAll(), VIRTUAL)
                .thenCombine(stdout, (_, _) -> 0)
                .thenCombine(stderr, (_, _) -> process.exitValue());
    }

    @Override
    public long pid() {
        return process.pid();
    }

    @Override
    public int await() throws InterruptedException {
        try {
            return ended.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("cannot follow what a program prints", e.getCause());
        }
    }

    @Override
    public void end(Duration grace) {
        if (ended.isDone()) {
            return;
        }
        if (!askedAndEndedWithin(grace)) {
            killAll();
            endedWithin(PATIENCE);
        }
    }

    private boolean askedAndEndedWithin(Duration grace) {
        var deadline = System.nanoTime() + grace.toNanos();
        var asked = tree.alive().ask();
        // One that was started a moment ago may not be there yet.
        while (asked.isEmpty() && System.nanoTime() < deadline && !endedWithin(BREATH)) {
            asked = tree.alive().ask();
        }
        signal(asked, ProcessHandle::destroy);
        return endedWithin(Duration.ofNanos(Math.max(0, deadline - System.nanoTime())));
    }

    @Override
    public Duration cpu() {
        if (!ended.isDone()) {
            return Duration.ZERO;
        }
        var told = supervision.cpu();
        return told.isZero() ? seenCpu : told;
    }

    /// Not to be interrupted: whoever ends a program was often interrupted to do so.
    private boolean endedWithin(Duration time) {
        return ended.handle((_, _) -> true)
                .completeOnTimeout(false, time.toMillis(), TimeUnit.MILLISECONDS)
                .join();
    }

    private void killAll() {
        var deadline = System.nanoTime() + PATIENCE.toNanos();
        for (var alive = tree.alive(); !alive.all().isEmpty(); alive = tree.alive()) {
            seenCpu = alive.cpu().compareTo(seenCpu) > 0 ? alive.cpu() : seenCpu;
            signal(alive.all(), ProcessHandle::destroyForcibly);
            if (System.nanoTime() > deadline) {
                log.warn(
                        "Processes {} cannot be ended: the kernel holds them, often for a drive that is gone",
                        alive.all());
                return;
            }
            new CompletableFuture<>()
                    .completeOnTimeout(true, BREATH.toMillis(), TimeUnit.MILLISECONDS)
                    .join();
        }
    }

    private static void signal(Set<Long> pids, Consumer<ProcessHandle> signal) {
        pids.forEach(pid -> ProcessHandle.of(pid).ifPresent(signal));
    }

    private static CompletableFuture<Void> reading(InputStream stream, Consumer<String> onLine) {
        return CompletableFuture.runAsync(() -> read(stream, onLine), VIRTUAL);
    }

    private static void read(InputStream stream, Consumer<String> onLine) {
        try (stream) {
            try {
                new LineReader(stream, onLine).readToEnd();
            } catch (RuntimeException e) {
                // The consumer's fault; the program must not hang on a full pipe for it.
                stream.transferTo(OutputStream.nullOutputStream());
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
