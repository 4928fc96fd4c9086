package media.usenet.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import media.usenet.host.ProcessRunner;
import media.usenet.problem.ProblemException;
import media.usenet.swap.NextStart;
import media.usenet.swap.Trees;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A database out of a backup, put in place before it is opened. One that then cannot be opened goes, and the one
/// before comes back.
final class RestoredDatabase {

    private static final Logger log = LoggerFactory.getLogger(RestoredDatabase.class);

    private final DatabaseAddress address;
    private final NextStart nextStart;
    private final ProcessRunner programs;

    RestoredDatabase(DatabaseAddress address, NextStart nextStart, ProcessRunner programs) {
        this.address = address;
        this.nextStart = nextStart;
        this.programs = programs;
    }

    /// Opens the database, a restored one where one waits.
    Database open(Supplier<Database> opening) {
        return switch (address) {
            case DatabaseAddress.Sqlite sqlite -> open(sqlite.file(), opening);
            case DatabaseAddress.Postgres postgres -> open(postgres, opening);
        };
    }

    private Database open(Path file, Supplier<Database> opening) {
        if (!free(file) || !nextStart.take(DatabaseCopy.SQLITE, file)) {
            return opening.get();
        }
        try {
            var database = opening.get();
            log.info("the database was restored; the one before is kept as {}{}", file, NextStart.BEFORE);
            return database;
        } catch (ProblemException e) {
            log.warn("the restored database is not used: {}; the one before is back", e.detail());
            nextStart.giveBack(DatabaseCopy.SQLITE, file);
            return opening.get();
        }
    }

    /// Whether no other controller has it open: it would go on writing into the file that was replaced.
    private static boolean free(Path file) {
        var claimed = FileClaim.on(Database.claimFile(file, "controller"));
        claimed.ifPresent(Claimed::close);
        return claimed.isPresent();
    }

    private Database open(DatabaseAddress.Postgres server, Supplier<Database> opening) {
        var waiting = nextStart.place(DatabaseCopy.POSTGRES);
        if (!Files.exists(waiting)) {
            return opening.get();
        }
        var copy = new PostgresCopy(server, programs);
        var before = waiting.resolveSibling(DatabaseCopy.POSTGRES + NextStart.BEFORE);
        try {
            copy.dump(before);
            copy.load(waiting);
        } catch (ProblemException e) {
            log.warn("the restored database waits for the next start: {}. Remedy: {}", e.detail(), e.remedy());
            return opening.get();
        }
        try {
            var database = opening.get();
            log.info("the database was restored; the one before is kept as {}", before);
            return database;
        } catch (ProblemException e) {
            log.warn("the restored database is not used: {}; the one before is back", e.detail());
            copy.load(before);
            return opening.get();
        } finally {
            forget(waiting);
        }
    }

    private static void forget(Path waiting) {
        try {
            Trees.remove(waiting);
        } catch (IOException e) {
            // Loaded once more at the next start, it would undo what is written until then.
            throw new java.io.UncheckedIOException("remove it by hand: " + waiting, e);
        }
    }
}
