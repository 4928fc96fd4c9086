package media.usenet.jobs;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Collectors;
import media.usenet.database.Database;
import media.usenet.job.JobFolder;
import media.usenet.publish.FailPoints;
import media.usenet.publish.Publisher;
import media.usenet.publish.WorkFolders;
import media.usenet.queue.Bell;
import media.usenet.queue.Claims;
import media.usenet.queue.Ends;
import media.usenet.queue.JobSettings;
import media.usenet.queue.RetryPolicy;
import media.usenet.worker.LiveAttempts;
import media.usenet.worker.Node;
import media.usenet.worker.Runner;
import media.usenet.worker.Work;

/// The queue put together, for one process.
final class QueueParts {

    private final Jobs jobs;
    private final Node node;
    private final Bell bell = new Bell();
    private final LiveAttempts live = new LiveAttempts();
    private final JobFolder folders;

    /// @param node the name of this process's worker
    /// @param state the state folder
    QueueParts(Database database, JobSettings settings, String node, Path state, List<Work> works, FailPoints points) {
        var retries = new RetryPolicy(
                settings.retry(), () -> ThreadLocalRandom.current().nextDouble());
        var ends = new Ends(database, settings, retries);
        var workFolders = new WorkFolders(database, node);
        this.folders = new JobFolder(state);
        this.jobs = new Jobs(
                database, settings, live, bell, works.stream().map(Work::type).collect(Collectors.toSet()));
        var parts = new Runner.Parts(
                database,
                settings,
                node,
                new Claims(database, settings, ends),
                ends,
                workFolders,
                new Publisher(database, workFolders, points),
                folders,
                live,
                bell,
                points);
        this.node = new Node(parts, works);
    }

    Jobs jobs() {
        return jobs;
    }

    Node node() {
        return node;
    }

    Bell bell() {
        return bell;
    }

    LiveAttempts live() {
        return live;
    }

    JobFolder folders() {
        return folders;
    }
}
