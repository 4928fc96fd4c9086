package media.usenet.ffmpeg;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileStore;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import media.usenet.ffmpeg.FFmpegOutcome.Why;
import media.usenet.ffmpeg.Watch.Verdict;
import media.usenet.host.Command;
import media.usenet.host.ProcessRunner;
import media.usenet.host.RunningProgram;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One run of FFmpeg while it goes on: its lines are read, and it is ended when the watch says so.
final class WatchedRun {

    private static final Logger log = LoggerFactory.getLogger(WatchedRun.class);
    private static final Duration LOOK = Duration.ofMillis(250);
    private static final Duration GRACE = Duration.ofMillis(500);

    private final FileStore disk;
    private final Consumer<Progress> onProgress;
    private final Consumer<String> onLine;
    private final long started = System.nanoTime();
    private final Watch watch;
    private final ProgressLines progress = new ProgressLines();
    private final LastLines lines = new LastLines();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicReference<@Nullable Verdict> verdict = new AtomicReference<>();

    WatchedRun(FFmpegRun run, FileStore disk, Consumer<Progress> onProgress, Consumer<String> onLine) {
        this.disk = disk;
        this.onProgress = onProgress;
        this.onLine = onLine;
        this.watch = new Watch(run, started);
    }

    FFmpegOutcome run(ProcessRunner programs, Command command) throws InterruptedException {
        var program = programs.start(command, this::progressed, this::told);
        Thread.ofVirtual().name("ffmpeg-watch").start(() -> watch(program));
        try {
            return outcome(program.await(), program.cpu());
        } catch (InterruptedException e) {
            // Nobody wants what it has made, and FFmpeg that is asked to end first encodes all that it holds.
            program.end(Duration.ZERO);
            throw e;
        } finally {
            ended.countDown();
        }
    }

    private void progressed(String line) {
        progress.read(line).ifPresent(now -> {
            watch.saw(now, System.nanoTime());
            onProgress.accept(now);
        });
    }

    private void told(String line) {
        lines.add(line);
        onLine.accept(line);
    }

    private void watch(RunningProgram program) {
        try {
            while (!ended.await(LOOK.toMillis(), TimeUnit.MILLISECONDS)) {
                var found = watch.verdict(System.nanoTime(), free());
                if (found.isPresent()) {
                    verdict.set(found.get());
                    program.end(GRACE);
                    return;
                }
            }
        } catch (InterruptedException _) {
            // Nobody interrupts this thread but the end of the controller, which ends its programs itself.
            Thread.currentThread().interrupt();
        } catch (UncheckedIOException e) {
            // The drive is gone: what FFmpeg wrote there is lost.
            verdict.set(new Verdict(Why.DISK_FLOOR, "the work folder's drive does not answer: " + e.getMessage()));
            program.end(GRACE);
        }
    }

    private FFmpegOutcome outcome(int code, Duration cpu) {
        var took = Duration.ofNanos(System.nanoTime() - started);
        var last = lines.all();
        var found = verdict.get();
        if (found != null && code != 0) {
            return new FFmpegOutcome.Ended(found.why(), found.reason(), took, last);
        }
        if (code != 0) {
            var failure = FailureRules.judge(code, last);
            return new FFmpegOutcome.Failed(failure.kind(), code, failure.reason(), took, last);
        }
        last.stream()
                .filter(FailureRules::unused)
                .forEach(line -> log.warn("FFmpeg did not use what it was told: {}", line));
        return new FFmpegOutcome.Succeeded(took, cpu, watch.last(), last);
    }

    private long free() {
        try {
            return disk.getUsableSpace();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
