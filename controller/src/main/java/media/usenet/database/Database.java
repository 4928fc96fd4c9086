package media.usenet.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.sql.DataSource;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.flywaydb.core.api.FlywayException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionException;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// The one door to the database, from any thread. What can be expected of one fails as a `ProblemException`: it
/// does not answer, it is locked, its disk is full. A database that is away when the program starts is waited for
/// in the background; until it is there every use fails.
public final class Database implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Database.class);
    private static final Duration AGAIN = Duration.ofSeconds(2);
    private static final int TRIES = 4;

    private final DatabaseAddress address;
    private final boolean migrates;
    private final InstantSource wall;
    private final Pools pools;
    private final DatabaseFailure failures;
    private final JdbcClient writer;
    private final JdbcClient reader;
    private final TransactionTemplate transactions;
    private final DatabaseClock clock = new DatabaseClock(Instant.now());
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread keeper;
    private @Nullable Claimed claimed;
    private volatile @Nullable ProblemException trouble;
    private volatile boolean closed;

    /// @param migrates whether the schema is this process's to change; otherwise it is waited for
    /// @throws ProblemException `DATABASE_NEWER`, and whatever keeps SQLite from being opened
    Database(DatabaseAddress address, boolean migrates) {
        this(address, migrates, InstantSource.system());
    }

    private Database(DatabaseAddress address, boolean migrates, InstantSource wall) {
        this.address = address;
        this.wall = wall;
        this.migrates = migrates;
        this.failures = new DatabaseFailure(address);
        this.pools = Pools.of(address);
        this.writer = JdbcClient.create(pools.writer());
        this.reader = JdbcClient.create(pools.reader());
        this.transactions = new TransactionTemplate(new JdbcTransactionManager(pools.writer()));
        openOrComplain();
        this.keeper = Thread.ofVirtual().name("database").start(this::keep);
    }

    /// A database of this process alone in a file; for programs and tests that have no Spring.
    public static Database sqlite(Path file) {
        return new Database(new DatabaseAddress.Sqlite(file), true);
    }

    /// @param url as `DATABASE_URL`
    public static Database at(String url, boolean migrates) {
        return new Database(DatabaseAddress.of(url, Path.of("controller.db")), migrates);
    }

    /// As [#at(String, boolean)], on a machine whose clock is `wall`.
    public static Database at(String url, boolean migrates, InstantSource wall) {
        return new Database(DatabaseAddress.of(url, Path.of("controller.db")), migrates, wall);
    }

    public Dialect dialect() {
        return address.dialect();
    }

    /// Where it is, for people; without a password.
    public String told() {
        return address.told();
    }

    /// Runs the work in one transaction, or in that which this thread is in already. May run it again where two
    /// transactions stood in each other's way.
    public <T extends @Nullable Object> T write(Function<JdbcClient, T> work) {
        requireReady();
        boolean outermost = !TransactionSynchronizationManager.isActualTransactionActive();
        for (int tries = 1; ; tries++) {
            try {
                return transactions.execute(_ -> work.apply(writer));
            } catch (ConcurrencyFailureException e) {
                if (!outermost || tries >= TRIES) {
                    throw told(e);
                }
            } catch (DataAccessException | TransactionException e) {
                throw told(e);
            }
        }
    }

    public void change(Consumer<JdbcClient> work) {
        write(db -> {
            work.accept(db);
            return true;
        });
    }

    /// Runs queries outside of any transaction; on SQLite beside those who write.
    public <T extends @Nullable Object> T read(Function<JdbcClient, T> work) {
        requireReady();
        try {
            return work.apply(reader);
        } catch (DataAccessException e) {
            throw told(e);
        }
    }

    /// The connections that write, for libraries that bring their own SQL.
    public DataSource dataSource() {
        return pools.writer();
    }

    /// The database's time.
    public InstantSource clock() {
        return clock;
    }

    public Instant now() {
        return clock.instant();
    }

    /// How long ago the database's time went forward or back at a bound: times that others have written lately may be
    /// of the time before.
    public Duration sinceJump() {
        return clock.sinceJump();
    }

    /// What keeps it from being used; empty when nothing does.
    public Optional<ProblemException> trouble() {
        return Optional.ofNullable(trouble);
    }

    /// Waits until it can be used.
    public void await() throws InterruptedException {
        ready.await();
    }

    /// Claims something that only one process may have: the controller's part, the name of a node.
    ///
    /// @return empty when another process has it
    public Optional<Claimed> claim(String name) {
        try {
            return switch (address) {
                case DatabaseAddress.Sqlite sqlite -> FileClaim.on(claimFile(sqlite.file(), name));
                case DatabaseAddress.Postgres postgres -> AdvisoryClaim.on(postgres, name);
            };
        } catch (SQLException e) {
            throw failures.read(e).orElseThrow(() -> new IllegalStateException("cannot claim " + name, e));
        }
    }

    static Path claimFile(Path database, String name) {
        return database.resolveSibling(database.getFileName() + "." + name + ".lock");
    }

    @Override
    public void close() {
        closed = true;
        keeper.interrupt();
        pools.close();
        if (claimed != null) {
            claimed.close();
        }
    }

    private void requireReady() {
        if (ready.getCount() > 0) {
            throw Optional.ofNullable(trouble).orElseGet(this::notYet);
        }
    }

    private ProblemException notYet() {
        return new ProblemException(
                Problem.DATABASE_UNREACHABLE,
                "the database %s is being opened".formatted(address.told()),
                "try again in a moment");
    }

    private RuntimeException told(RuntimeException failure) {
        return failures.read(failure).<RuntimeException>map(problem -> problem).orElse(failure);
    }

    private void openOrComplain() {
        try {
            open();
        } catch (ProblemException e) {
            trouble = e;
            if (e.problem() != Problem.DATABASE_UNREACHABLE) {
                pools.close();
                if (claimed != null) {
                    claimed.close();
                }
                throw e;
            }
            log.warn("{}; it is tried again every {} s. Remedy: {}", e.detail(), AGAIN.toSeconds(), e.remedy());
        }
    }

    private void open() {
        try {
            var migrations = new Migrations(pools.writer());
            if (migrates) {
                claimAlone();
                migrations.migrate();
            } else if (!migrations.current()) {
                throw new ProblemException(
                        Problem.DATABASE_UNREACHABLE,
                        "the database %s has not been prepared by a controller of this version".formatted(told()),
                        "start the controller, of the same version as this worker");
            }
            readClock();
            trouble = null;
            ready.countDown();
        } catch (FlywayException | DataAccessException e) {
            throw told(e);
        }
    }

    private void claimAlone() {
        if (claimed == null) {
            claimed = claim("controller")
                    .orElseThrow(
                            () -> new ProblemException(
                                    Problem.DATABASE_IN_USE,
                                    "another controller uses the database " + told(),
                                    "stop it first; a second machine runs jobs as a worker (jobs.role=worker) on one PostgreSQL"));
        }
    }

    /// Opens what was not there at the start, and from then on keeps the clock and looks whether it still answers.
    private void keep() {
        try {
            while (!closed) {
                Thread.sleep(AGAIN);
                look();
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        try {
            if (ready.getCount() > 0) {
                open();
                log.info("database {} opened", told());
            } else {
                readClock();
                if (trouble != null) {
                    trouble = null;
                    log.info("database {} answers again", told());
                }
            }
        } catch (ProblemException e) {
            complainOnce(e);
        } catch (DataAccessException e) {
            failures.read(e).ifPresentOrElse(this::complainOnce, () -> {
                throw e;
            });
        }
    }

    private void complainOnce(ProblemException e) {
        var before = trouble;
        trouble = e;
        if (!closed && (before == null || before.problem() != e.problem())) {
            log.warn("{}. Remedy: {}", e.detail(), e.remedy());
        }
    }

    private void readClock() {
        long asked = System.nanoTime();
        if (dialect() == Dialect.SQLITE) {
            reader.sql("select 1 from sqlite_master limit 1")
                    .query(Integer.class)
                    .list();
            // All processes of one SQLite file are on one machine.
            clock.set(wall.instant(), asked);
        } else {
            var millis = reader.sql("select cast(extract(epoch from clock_timestamp()) * 1000 as bigint)")
                    .query(Long.class)
                    .single();
            clock.set(Instant.ofEpochMilli(millis), asked);
        }
    }
}
