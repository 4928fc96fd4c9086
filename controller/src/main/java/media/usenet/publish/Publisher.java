package media.usenet.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import media.usenet.database.Database;
import media.usenet.job.JobFolder;
import media.usenet.queue.Claim;
import media.usenet.queue.Standing;

/// Publishes the outputs of an attempt exactly once, whatever dies when: what is to be renamed is recorded first,
/// in the transaction that asks for the last time whether the job is still this attempt's and has not been
/// cancelled.
public final class Publisher {

    private final Database database;
    private final WorkFolders folders;
    private final FailPoints points;

    public Publisher(Database database, WorkFolders folders, FailPoints points) {
        this.database = database;
        this.folders = folders;
        this.points = points;
    }

    /// The long part: nobody else sees anything of it, and an interrupt ends it.
    public List<Intent> ready(Claim claim, List<Output> outputs) throws IOException, Refused {
        points.reach("staging");
        return new Staging(destination -> folders.make(claim, destination)).ready(outputs);
    }

    /// @return whether they may be placed; false when the job is not this attempt's any more, or was cancelled
    public boolean intend(Claim claim, List<Intent> intents) {
        points.reach("before intent");
        return database.write(db -> {
            var job = Standing.hold(database, db, claim.job());
            if (job.isEmpty() || !job.get().isHeldBy(claim) || job.get().cancelAsked()) {
                return false;
            }
            db.sql("delete from job_outputs where job = :job")
                    .param("job", claim.job())
                    .update();
            intents.forEach(intent -> intent.insert(db, claim.job()));
            db.sql("update jobs set publishing = 1, phase = 'publishing' where id = :job")
                    .param("job", claim.job())
                    .update();
            return true;
        });
    }

    /// Places all of them or, where one cannot be, none.
    public void place(List<Intent> intents) throws IOException, Refused {
        points.reach("after intent");
        for (var intent : intents) {
            try {
                Placing.place(intent);
            } catch (IOException | Refused e) {
                takeBack(intents);
                throw e;
            }
            points.reach("placed " + intent.position());
        }
    }

    /// What was replaced cannot be brought back, and so stays replaced.
    private static void takeBack(List<Intent> intents) throws IOException {
        for (var intent : intents) {
            if (!intent.replaces() && !Files.exists(intent.made()) && isThere(intent.target(), intent)) {
                JobFolder.deleteTree(intent.target());
            }
        }
    }

    /// Finishes what an earlier attempt had begun to place.
    ///
    /// @return the outputs; empty when what it had made is gone, and the work is to be done again
    public List<Intent> recover(Claim claim) throws IOException, Refused {
        points.reach("recovery");
        var intents = database.read(db -> Intent.of(db, claim.job()));
        for (var intent : intents) {
            // In this order: the attempt that was taken for dead may wake and rename it in between.
            if (!isThere(intent.made(), intent) && !isThere(intent.target(), intent)) {
                giveUp(claim, intents);
                return List.of();
            }
        }
        for (var intent : intents) {
            if (isThere(intent.made(), intent)) {
                Placing.place(intent);
            }
            points.reach("recovered " + intent.position());
        }
        return intents;
    }

    private void giveUp(Claim claim, List<Intent> intents) throws IOException {
        takeBack(intents);
        database.change(db -> {
            if (Standing.hold(database, db, claim.job())
                    .filter(job -> job.isHeldBy(claim))
                    .isPresent()) {
                db.sql("update jobs set publishing = 0 where id = :job")
                        .param("job", claim.job())
                        .update();
                db.sql("delete from job_outputs where job = :job")
                        .param("job", claim.job())
                        .update();
            }
        });
    }

    private static boolean isThere(Path path, Intent intent) throws IOException {
        return Content.find(path).filter(intent.content()::equals).isPresent();
    }
}
