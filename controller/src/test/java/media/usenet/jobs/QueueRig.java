package media.usenet.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import media.usenet.database.Database;
import media.usenet.job.Job;
import media.usenet.job.JobState;
import media.usenet.job.Lane;
import media.usenet.job.Submission;
import media.usenet.publish.FailPoints;
import media.usenet.publish.WorkFolders;
import media.usenet.queue.JobEvent;
import media.usenet.queue.JobEvents;
import media.usenet.queue.JobSettings;
import media.usenet.worker.Node;
import tools.jackson.databind.node.JsonNodeFactory;

/// A queue with nodes in one process, on whichever database, in folders of its own.
final class QueueRig implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    static final JobSettings QUICK = quick(JobSettings.USUAL);

    final Path folder;
    final Path out;
    final Database database;
    final ScriptedWork work;
    private final String address;
    private final JobSettings settings;
    private final List<Node> nodes = new ArrayList<>();
    private final QueueParts first;

    QueueRig(String address, Path folder, JobSettings settings) throws IOException {
        this(address, folder, settings, InstantSource.system());
    }

    /// @param wall the clock of this machine
    QueueRig(String address, Path folder, JobSettings settings, InstantSource wall) throws IOException {
        this.address = address;
        this.folder = folder;
        this.settings = settings;
        this.out = Files.createDirectories(folder.resolve("out"));
        this.database = Database.at(address, true, wall);
        this.work = new ScriptedWork(out);
        this.first = parts("one", database, FailPoints.NONE);
    }

    /// Retries come at once.
    static JobSettings quick(JobSettings usual) {
        return new JobSettings(
                usual.maxAttempts(),
                usual.maxDeaths(),
                new JobSettings.Retry(Duration.ofMillis(20), 1, Duration.ofMillis(20), 0, Duration.ofDays(1)),
                usual.mostPerKey(),
                usual.patience(),
                usual.heartbeat(),
                Duration.ofMillis(100),
                usual.stop(),
                usual.keep(),
                usual.keepLast(),
                usual.keepKeys(),
                usual.logBytes());
    }

    QueueParts parts(String node, Database on, FailPoints points) {
        return new QueueParts(on, settings, node, folder.resolve("state"), List.of(work), points);
    }

    Jobs jobs() {
        return first.jobs();
    }

    QueueParts parts() {
        return first;
    }

    Node node(Lane... lanes) {
        return started(first, lanes);
    }

    /// Another one, with connections of its own as if in another process.
    Node another(String name, Lane... lanes) {
        return started(parts(name, Database.at(address, false), FailPoints.NONE), lanes);
    }

    /// Another one, whose clock is not this one's.
    Node another(String name, InstantSource wall, Lane... lanes) {
        return started(parts(name, Database.at(address, false, wall), FailPoints.NONE), lanes);
    }

    Node started(QueueParts parts, Lane... lanes) {
        var node = parts.node();
        node.lanes(List.of(lanes));
        nodes.add(node);
        node.start();
        return node;
    }

    Database secondController() {
        return Database.at(address, true);
    }

    static Submission submission(String label) {
        return Submission.of(
                "test", label, "cpu", JsonNodeFactory.instance.objectNode().put("asked", label));
    }

    Job submit(String label) {
        return jobs().submit(submission(label));
    }

    Job await(Job job, JobState... states) {
        await(
                job.id() + " is one of " + List.of(states) + ", not",
                () -> Set.of(states).contains(state(job)),
                () -> {
                    var now = jobs().find(job.id());
                    return now.state() + " " + now.error();
                });
        return jobs().find(job.id());
    }

    JobState state(Job job) {
        return jobs().find(job.id()).state();
    }

    static void await(String what, BooleanSupplier condition) {
        await(what, condition, () -> "");
    }

    private static void await(String what, BooleanSupplier condition, java.util.function.Supplier<String> why) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new AssertionError(what + " " + why.get());
            }
            java.util.concurrent.locks.LockSupport.parkNanos(2_000_000);
        }
    }

    List<String> kinds(Job job) {
        return database.read(db -> JobEvents.after(db, job.id(), 0)).stream()
                .map(JobEvent::kind)
                .filter(kind -> !kind.equals("phase"))
                .toList();
    }

    List<Path> published() {
        return below(out)
                .filter(path -> !path.toString().contains(WorkFolders.PARENT))
                .toList();
    }

    void assertNoFileLeft() {
        assertThat(below(folder).filter(path -> path.toString().contains(WorkFolders.PARENT)))
                .isEmpty();
    }

    void assertNothingLeft() {
        assertNoFileLeft();
        assertThat(database.<Integer>read(db -> db.sql("select count(*) from attempt_folders")
                        .query(Integer.class)
                        .single()))
                .isZero();
    }

    private static Stream<Path> below(Path folder) {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList().stream();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        nodes.forEach(Node::close);
        database.close();
    }
}
