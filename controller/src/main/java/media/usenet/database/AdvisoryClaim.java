package media.usenet.database;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Properties;
import java.util.zip.CRC32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A claim by a lock of PostgreSQL, held by a connection of its own. It goes with that connection, so it is looked
/// after:
/// after a restart of PostgreSQL it is taken again.
final class AdvisoryClaim implements Claimed {

    private static final Logger log = LoggerFactory.getLogger(AdvisoryClaim.class);
    private static final long LOOK_EVERY_MILLIS = 5_000;
    private static final int NAMESPACE = 0x75736e74;

    private final DatabaseAddress.Postgres address;
    private final String name;
    private final Thread keeper;
    private volatile Connection connection;

    private AdvisoryClaim(DatabaseAddress.Postgres address, String name, Connection connection) {
        this.address = address;
        this.name = name;
        this.connection = connection;
        this.keeper = Thread.ofVirtual().name("claim-" + name).start(this::keep);
    }

    /// @return empty when another process has it
    static Optional<Claimed> on(DatabaseAddress.Postgres address, String name) throws SQLException {
        var connection = connect(address);
        if (lock(connection, name)) {
            return Optional.of(new AdvisoryClaim(address, name, connection));
        }
        connection.close();
        return Optional.empty();
    }

    private static Connection connect(DatabaseAddress.Postgres address) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", address.user());
        properties.setProperty("password", address.password());
        properties.setProperty("connectTimeout", "3");
        properties.setProperty("socketTimeout", "10");
        properties.setProperty("tcpKeepAlive", "true");
        return DriverManager.getConnection(address.jdbc(), properties);
    }

    private static boolean lock(Connection connection, String name) throws SQLException {
        var hash = new CRC32();
        hash.update(name.getBytes(StandardCharsets.UTF_8));
        try (var statement = connection.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
            statement.setInt(1, NAMESPACE);
            statement.setInt(2, (int) hash.getValue());
            try (var answer = statement.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    private void keep() {
        try {
            while (true) {
                Thread.sleep(LOOK_EVERY_MILLIS);
                if (!connection.isValid(2)) {
                    takeAgain();
                }
            }
        } catch (InterruptedException | SQLException _) {
            // Closed, or isValid was given a negative time, which it was not.
            Thread.currentThread().interrupt();
        }
    }

    private void takeAgain() {
        try {
            var fresh = connect(address);
            if (lock(fresh, name)) {
                connection = fresh;
            } else {
                fresh.close();
                log.warn("{} was taken by another process while PostgreSQL was away: end one of the two", name);
            }
        } catch (SQLException e) {
            log.debug("{} is not held while PostgreSQL is away: {}", name, e.getMessage());
        }
    }

    @Override
    public void close() {
        keeper.interrupt();
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException("cannot let go of " + name, e);
        }
    }
}
