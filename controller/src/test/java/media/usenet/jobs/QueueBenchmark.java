package media.usenet.jobs;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;
import media.usenet.database.Backend;
import media.usenet.database.Database;
import media.usenet.history.JobFilter;
import media.usenet.job.JobFolder;
import media.usenet.job.JobState;
import media.usenet.job.Lane;
import media.usenet.job.Priority;
import media.usenet.job.Submission;
import media.usenet.publish.FailPoints;
import media.usenet.queue.JobSettings;
import media.usenet.queue.Queue;
import media.usenet.worker.Attempt;
import media.usenet.worker.Ending;
import media.usenet.worker.Work;
import tools.jackson.databind.node.JsonNodeFactory;

/// Figures of the queue, on SQLite and on PostgreSQL: how long lists take among 10,000 waiting jobs, what looking
/// for jobs costs while there are none, and how long a job waits for a free worker. Prints tables.
public final class QueueBenchmark {

    private static final int WAITING = 10_000;
    private static final int RUNS = 100;
    private static final int IDLE_SECONDS = 20;

    private final Backend backend;
    private final Path folder;
    private final LinkedBlockingQueue<Long> begun = new LinkedBlockingQueue<>();

    private QueueBenchmark(Backend backend, Path folder) {
        this.backend = backend;
        this.folder = folder;
    }

    public static void main(String[] args) throws Exception {
        for (var backend : Backend.values()) {
            var folder = Files.createTempDirectory("queue-benchmark");
            new QueueBenchmark(backend, folder).run();
            JobFolder.deleteTree(folder);
        }
        System.exit(0);
    }

    private interface Act {
        Object run() throws Exception;
    }

    private void run() throws Exception {
        Work work = new Work() {
            @Override
            public String type() {
                return "test";
            }

            @Override
            public Ending run(Attempt attempt) {
                begun.add(System.nanoTime());
                return new Ending.Made(List.of(), Map.of());
            }
        };
        try (var database = Database.at(backend.address(folder), true)) {
            var parts = new QueueParts(
                    database, JobSettings.USUAL, "bench", folder.resolve("state"), List.of(work), FailPoints.NONE);
            try (var node = parts.node()) {
                node.lanes(
                        List.of(new Lane("cpu", 4), new Lane("io", 4), new Lane("nvenc:0", 3), new Lane("vaapi:0", 2)));
                node.start();
                System.out.printf("%n%s%n%n| what | p50 ms | p95 ms | p99 ms |%n|---|---|---|---|%n", backend);
                latency(parts.jobs());
                lists(parts.jobs(), new Queue(database));
                idle();
            }
        }
    }

    private void latency(Jobs jobs) throws Exception {
        var waits = new ArrayList<Double>();
        for (int run = 0; run < RUNS + 20; run++) {
            long asked = System.nanoTime();
            jobs.submit(submission(run, "cpu"));
            var waited = (begun.take() - asked) / 1e6;
            if (run >= 20) {
                waits.add(waited);
            }
            Thread.sleep(30);
        }
        print("submit -> work begins, idle worker", waits);
    }

    private void lists(Jobs jobs, Queue queue) throws Exception {
        var accepted = new ArrayList<Double>();
        for (int job = 0; job < WAITING; job++) {
            long asked = System.nanoTime();
            jobs.submit(submission(job, "nobody-has-this"));
            accepted.add((System.nanoTime() - asked) / 1e6);
        }
        print("submit, one after the other, %d".formatted(WAITING), accepted);
        time(
                "list the first 50 of %d, with counts".formatted(WAITING),
                () -> jobs.page(JobFilter.ALL, "-createdAt", 1, 50));
        time("list the last 50", () -> jobs.page(JobFilter.ALL, "-createdAt", WAITING / 50, 50));
        var states = JobFilter.ALL.in(Set.of(JobState.QUEUED));
        time("filter by state", () -> jobs.page(states, "-createdAt", 1, 50));
        var key = new JobFilter(Set.of(), "test", null, "key7", null, null, null);
        time("filter by type and key", () -> jobs.page(key, "-createdAt", 1, 50));
        var text = new JobFilter(Set.of(), null, null, null, "film 77", null, null);
        time("search for a text", () -> jobs.page(text, "label", 1, 50));
        time("the queue, by lane, priority and key", queue::report);
    }

    private static Submission submission(int number, String lane) {
        var request = JsonNodeFactory.instance.objectNode().put("source", "/srv/pool/main/film " + number + ".mkv");
        return Submission.of("test", "film " + number, lane, request)
                .with(Priority.ofRank(number % 3))
                .by("key" + number % 20);
    }

    private static void time(String what, Act act) throws Exception {
        var times = new ArrayList<Double>();
        for (int run = 0; run < RUNS; run++) {
            long start = System.nanoTime();
            act.run();
            times.add((System.nanoTime() - start) / 1e6);
        }
        print(what, times);
    }

    private static void print(String what, List<Double> millis) {
        Collections.sort(millis);
        System.out.printf("| %s | %.1f | %.1f | %.1f |%n", what, at(millis, 0.5), at(millis, 0.95), at(millis, 0.99));
    }

    private static double at(List<Double> sorted, double share) {
        return sorted.get((int) Math.min(sorted.size() - 1L, Math.round(share * sorted.size())));
    }

    /// Of this process, with a worker of four lanes and 10,000 jobs that wait for another one.
    private static void idle() throws InterruptedException {
        var system = (com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        Thread.sleep(2_000);
        long before = system.getProcessCpuTime();
        Thread.sleep(IDLE_SECONDS * 1_000L);
        double share = (system.getProcessCpuTime() - before) / (IDLE_SECONDS * 1e9);
        System.out.printf("%nidle, a worker of four lanes: %.2f %% of a core%n", 100 * share);
    }
}
