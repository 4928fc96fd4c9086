package media.usenet.jobs;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import media.usenet.job.JobFolder;
import media.usenet.job.JobLog;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Reads a job's log, also while it is written.
final class JobLogReader {

    private static final Duration LOOK_EVERY = Duration.ofMillis(250);

    private final Jobs jobs;
    private final JobFolder folders;
    private final CountDownLatch closed = new CountDownLatch(1);

    JobLogReader(Jobs jobs, JobFolder folders) {
        this.jobs = jobs;
        this.folders = folders;
    }

    /// @param follow goes on until the job has ended
    void write(String job, boolean follow, OutputStream out) throws IOException {
        var found = jobs.find(job);
        var folder = folders.of(job);
        if (!Files.exists(folder.resolve(JobLog.NAME)) && found.attempt() > 0 && !follow) {
            throw new ProblemException(
                    Problem.JOB_LOG_ELSEWHERE,
                    "the log of %s is not on this machine but on %s".formatted(job, found.node()),
                    "read it there, in jobs/%s of its state folder".formatted(job));
        }
        copy(folder.resolve(JobLog.EARLIER), out);
        if (follow) {
            follow(job, folder.resolve(JobLog.NAME), out);
        } else {
            copy(folder.resolve(JobLog.NAME), out);
        }
    }

    private static void copy(Path file, OutputStream out) throws IOException {
        if (Files.exists(file)) {
            Files.copy(file, out);
        }
    }

    private void follow(String job, Path file, OutputStream out) throws IOException {
        out.flush();
        InputStream in = InputStream.nullInputStream();
        try {
            boolean open = false;
            while (true) {
                // Asked before it is read: what was written before the end is read after it.
                boolean ended = jobs.find(job).state().ended();
                if (!open || turnedOver(file, in)) {
                    in.transferTo(out);
                    in.close();
                    open = Files.exists(file);
                    in = open ? new NumberedStream(file) : InputStream.nullInputStream();
                }
                in.transferTo(out);
                out.flush();
                if (ended || closed.await(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS)) {
                    return;
                }
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        } finally {
            in.close();
        }
    }

    private static boolean turnedOver(Path file, InputStream in) throws IOException {
        return in instanceof NumberedStream numbered && !numbered.isStill(file);
    }

    void close() {
        closed.countDown();
    }

    /// A file that knows whether it still has its name.
    private static final class NumberedStream extends InputStream {

        private final InputStream file;
        private final Object key;

        NumberedStream(Path path) throws IOException {
            key = Files.getAttribute(path, "unix:ino");
            file = Files.newInputStream(path);
        }

        boolean isStill(Path path) throws IOException {
            try {
                return key.equals(Files.getAttribute(path, "unix:ino"));
            } catch (NoSuchFileException _) {
                return false;
            }
        }

        @Override
        public int read() throws IOException {
            return file.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            return file.read(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
