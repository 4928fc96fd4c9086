package media.usenet.database;

import com.zaxxer.hikari.SQLExceptionOverride;
import java.sql.SQLException;
import org.sqlite.SQLiteException;

/// Throws away connections on which a transaction did not begin or was broken off. sqlite-jdbc (3.53) notes that it
/// is in a transaction before it asks SQLite for one; where that is refused, what follows on the connection would
/// be written statement by statement.
final class BrokenOff implements SQLExceptionOverride {

    @java.lang.Override
    public Override adjudicate(SQLException failure) {
        return failure instanceof SQLiteException sqlite && breaksOff(sqlite)
                ? Override.MUST_EVICT
                : Override.CONTINUE_EVICT;
    }

    private static boolean breaksOff(SQLiteException failure) {
        return failure.getResultCode().name().matches("SQLITE_(BUSY|LOCKED|FULL|IOERR|NOMEM|INTERRUPT).*");
    }
}
