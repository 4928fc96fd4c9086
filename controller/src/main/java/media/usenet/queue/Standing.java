package media.usenet.queue;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import media.usenet.database.Database;
import media.usenet.database.Dialect;
import media.usenet.job.JobState;
import media.usenet.job.Priority;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How a job stands as far as its next change depends on it; read within the transaction that changes it.
public record Standing(
        String id,
        JobState state,
        String type,
        String label,
        String lane,
        Priority priority,
        long turn,
        @Nullable String key,
        int attempt,
        int failures,
        int deaths,
        int maxAttempts,
        @Nullable String lease,
        @Nullable String node,
        boolean publishing,
        boolean cancelAsked,
        String request,
        long createdMillis,
        @Nullable Long startedMillis) {

    /// Holds the row, so that nobody changes it before the transaction has ended. SQLite has one writer anyway.
    public static Optional<Standing> hold(Database database, JdbcClient db, String job) {
        return find(db, job, database.dialect() == Dialect.POSTGRESQL ? " for update" : "");
    }

    static Optional<Standing> find(JdbcClient db, String job) {
        return find(db, job, "");
    }

    private static Optional<Standing> find(JdbcClient db, String job, String lock) {
        return db.sql("select * from jobs where id = :id" + lock)
                .param("id", job)
                .query((row, _) -> read(row))
                .optional();
    }

    private static Standing read(ResultSet row) throws SQLException {
        long started = row.getLong("started_ms");
        Long startedMillis = row.wasNull() ? null : started;
        return new Standing(
                row.getString("id"),
                JobState.of(row.getString("state")),
                row.getString("type"),
                row.getString("label"),
                row.getString("lane"),
                Priority.ofRank(row.getInt("priority")),
                row.getLong("turn"),
                row.getString("api_key"),
                row.getInt("attempt"),
                row.getInt("failures"),
                row.getInt("deaths"),
                row.getInt("max_attempts"),
                row.getString("lease"),
                row.getString("node"),
                row.getInt("publishing") != 0,
                row.getInt("cancel_asked") != 0,
                row.getString("request"),
                row.getLong("created_ms"),
                startedMillis);
    }

    public boolean isHeldBy(Claim claim) {
        return state == JobState.RUNNING && claim.lease().equals(lease);
    }
}
