package media.usenet.database;

import java.nio.file.Path;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.springframework.transaction.TransactionSystemException;
import org.sqlite.SQLiteException;

/// What a failure of the database means to the user: which of them are expected, and what to do.
final class DatabaseFailure {

    /// SQLite also calls it an I/O error when it cannot lengthen its shared memory on a full disk.
    private static final long HARDLY_ANY_SPACE = 1 << 20;

    private final DatabaseAddress address;

    DatabaseFailure(DatabaseAddress address) {
        this.address = address;
    }

    /// @return empty when it is a fault of this program
    Optional<ProblemException> read(Throwable failure) {
        // A rollback that fails too would hide why there was one.
        if (failure instanceof TransactionSystemException both && both.getOriginalException() != null) {
            return read(both.getOriginalException());
        }
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .filter(SQLException.class::isInstance)
                .map(cause -> read((SQLException) cause))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<ProblemException> read(SQLException failure) {
        return switch (address) {
            case DatabaseAddress.Sqlite sqlite -> sqlite(sqlite.file(), failure);
            case DatabaseAddress.Postgres _ -> postgres(failure);
        };
    }

    private Optional<ProblemException> sqlite(Path file, SQLException failure) {
        if (failure instanceof SQLTransientConnectionException) {
            return Optional.of(busy(failure));
        }
        if (!(failure instanceof SQLiteException sqlite)) {
            return Optional.empty();
        }
        var code = sqlite.getResultCode().name();
        if (code.equals("SQLITE_FULL") || (code.startsWith("SQLITE_IOERR") && isFull(file))) {
            return Optional.of(full(failure));
        }
        if (code.startsWith("SQLITE_BUSY") || code.startsWith("SQLITE_LOCKED")) {
            return Optional.of(busy(failure));
        }
        return switch (code.replaceFirst("^SQLITE_([A-Z]+).*", "$1")) {
            case "IOERR", "CANTOPEN", "READONLY", "PERM", "AUTH" ->
                Optional.of(new ProblemException(
                        Problem.DATABASE_FAILED,
                        "cannot use the database %s: %s".formatted(file, failure.getMessage()),
                        "check that its drive is healthy and that the controller's user may write to its folder",
                        failure));
            case "CORRUPT", "NOTADB" ->
                Optional.of(new ProblemException(
                        Problem.DATABASE_FAILED,
                        "the database %s is damaged".formatted(file),
                        "stop the controller, keep the file, and restore it from a backup",
                        failure));
            default -> Optional.empty();
        };
    }

    private static boolean isFull(Path file) {
        return file.toFile().getUsableSpace() < HARDLY_ANY_SPACE;
    }

    private Optional<ProblemException> postgres(SQLException failure) {
        var state = failure.getSQLState() == null ? "" : failure.getSQLState().toUpperCase(Locale.ROOT);
        if (state.equals("53100")) {
            return Optional.of(full(failure));
        }
        // 08: connection; 57P: it stops or starts; 53: out of memory or connections; 25006: it is a copy now.
        if (failure instanceof SQLTransientConnectionException
                || state.startsWith("08")
                || state.startsWith("57P")
                || state.startsWith("53")
                || state.equals("25006")) {
            return Optional.of(unreachable(failure));
        }
        if (state.startsWith("28") || state.startsWith("3D")) {
            return Optional.of(new ProblemException(
                    Problem.DATABASE_FAILED,
                    "PostgreSQL at %s does not let the controller in: %s".formatted(address.told(), message(failure)),
                    "check user, password and name of the database in DATABASE_URL",
                    failure));
        }
        return Optional.empty();
    }

    private ProblemException unreachable(Throwable cause) {
        return new ProblemException(
                Problem.DATABASE_UNREACHABLE,
                "PostgreSQL at %s does not answer".formatted(address.told()),
                "start it; the controller goes on by itself when it is back",
                cause);
    }

    private ProblemException full(Throwable cause) {
        return new ProblemException(
                Problem.DATABASE_FULL,
                "the disk that holds the database %s is full".formatted(address.told()),
                "free some space; nothing that was accepted is lost, and jobs go on by themselves",
                cause);
    }

    private ProblemException busy(Throwable cause) {
        return new ProblemException(
                Problem.DATABASE_BUSY,
                "another program has locked the database " + address.told(),
                "try again in a moment; if it stays so, end the program that holds it open (fuser %s)"
                        .formatted(address.told()),
                cause);
    }

    private static String message(SQLException failure) {
        return String.valueOf(failure.getMessage()).lines().findFirst().orElse("");
    }
}
