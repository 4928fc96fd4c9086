package media.usenet.publish;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import media.usenet.database.Database;
import media.usenet.job.JobFolder;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.queue.Claim;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The folders that attempts work in, each on the file system that its output is to be on. Recorded before they are
/// made,
/// so that whatever happens to the process, none is left for ever.
public final class WorkFolders {

    public static final String PARENT = ".usenet-jobs";

    private static final Logger log = LoggerFactory.getLogger(WorkFolders.class);
    private static final int TRIES = 10;
    /// A drive that is away takes its folders with it; one that has not come back by then never will.
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(90);

    private final Database database;
    private final String node;

    public WorkFolders(Database database, String node) {
        this.database = database;
        this.node = node;
    }

    /// Makes the attempt's folder below the destination, or finds it made.
    public Path make(Claim claim, Path destination) {
        var folder = destination.toAbsolutePath().normalize().resolve(PARENT).resolve(claim.folderName());
        database.change(db -> db.sql("""
                insert into attempt_folders (path, job, lease, node, created_ms)
                values (:path, :job, :lease, :node, :now) on conflict (path) do nothing""")
                .param("path", folder.toString())
                .param("job", claim.job())
                .param("lease", claim.lease())
                .param("node", node)
                .param("now", database.now().toEpochMilli())
                .update());
        try {
            create(folder);
            return folder;
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN,
                    "cannot make the folder %s: %s".formatted(folder, e.getMessage()),
                    "check the permissions and the free space of " + destination,
                    e);
        }
    }

    /// Another attempt that ends may take the common parent away in between.
    private static void create(Path folder) throws IOException {
        for (int tries = 1; ; tries++) {
            try {
                Files.createDirectories(folder);
                return;
            } catch (NoSuchFileException e) {
                if (tries == TRIES) {
                    throw e;
                }
            }
        }
    }

    private record Recorded(String path, String job, String lease, long createdMs) {}

    /// Deletes the folders of one attempt.
    public void drop(Claim claim) {
        recorded("job = :job and lease = :lease", claim).forEach(this::drop);
    }

    /// Deletes what earlier attempts at the same job have left here.
    public void dropEarlier(Claim claim) {
        recorded("job = :job and lease <> :lease", claim).forEach(this::drop);
    }

    private List<Recorded> recorded(String which, Claim claim) {
        return database.read(db -> db.sql("select path, job, lease, created_ms from attempt_folders where " + which)
                .param("job", claim.job())
                .param("lease", claim.lease())
                .query(Recorded.class)
                .list());
    }

    /// Deletes what belongs to no attempt whose lease lives and to no job that is being published.
    public void sweep(Predicate<String> lives) {
        database
                .read(db ->
                        db.sql("""
                        select path, job, lease, created_ms from attempt_folders f
                        where node = :node
                          and not exists (select 1 from jobs j where j.id = f.job and j.publishing = 1)""").param("node", node).query(Recorded.class).list())
                .stream()
                .filter(folder -> !lives.test(folder.lease()))
                .forEach(this::drop);
    }

    private void drop(Recorded folder) {
        var path = Path.of(folder.path());
        try {
            var parent = Objects.requireNonNull(path.getParent());
            boolean there = Files.exists(parent);
            JobFolder.deleteTree(path);
            if (there || isForgotten(folder)) {
                deleteEmpty(parent);
                forget(folder);
            }
        } catch (IOException e) {
            log.warn("cannot delete {}: {}; it is tried again every minute", path, e.getMessage());
        }
    }

    private boolean isForgotten(Recorded folder) {
        return folder.createdMs() < database.now().minus(FORGOTTEN_AFTER).toEpochMilli();
    }

    private static void deleteEmpty(Path parent) throws IOException {
        try {
            Files.deleteIfExists(parent);
        } catch (DirectoryNotEmptyException _) {
            // Other attempts work there.
        }
    }

    private void forget(Recorded folder) {
        database.change(db -> db.sql("delete from attempt_folders where path = :path")
                .param("path", folder.path())
                .update());
    }
}
