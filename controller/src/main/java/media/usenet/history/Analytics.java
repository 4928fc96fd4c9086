package media.usenet.history;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import media.usenet.database.Database;
import media.usenet.job.FailureClass;
import media.usenet.job.JobState;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How jobs have fared within a time.
public final class Analytics {

    private static final long HOUR_MILLIS = 3_600_000;
    private static final int TOP = 10;

    private final Database database;

    public Analytics(Database database) {
        this.database = database;
    }

    /// @param successRate of those that succeeded, failed or died; null where none has
    record Report(
            Instant from,
            Instant to,
            int accepted,
            int succeeded,
            int failed,
            int cancelled,
            int dead,
            @Nullable Double successRate,
            List<Hour> perHour,
            List<Type> byType,
            List<TopError> topErrors) {}

    /// @param failed those that are dead too
    record Hour(Instant hour, int accepted, int succeeded, int failed, int cancelled) {}

    /// @param meanSeconds from the first start to the end, of those that succeeded; null where none has
    /// @param meanWaitSeconds from being accepted to the first start
    record Type(
            String type,
            int ended,
            int succeeded,
            @Nullable Double successRate,
            @Nullable Double meanSeconds,
            @Nullable Double meanWaitSeconds) {}

    record TopError(@JsonProperty("class") FailureClass failure, String detail, int jobs, Instant lastAt) {}

    Report report(Instant from, Instant to) {
        return database.read(db -> {
            var hours = hours(db, from, to);
            var states = ended(db, from, to);
            int accepted = hours.stream().mapToInt(Hour::accepted).sum();
            int succeeded = states.getOrDefault("succeeded", 0);
            int failed = states.getOrDefault("failed", 0);
            int dead = states.getOrDefault("dead", 0);
            return new Report(
                    from,
                    to,
                    accepted,
                    succeeded,
                    failed,
                    states.getOrDefault("cancelled", 0),
                    dead,
                    rate(succeeded, succeeded + failed + dead),
                    hours,
                    types(db, from, to),
                    errors(db, from, to));
        });
    }

    private static @Nullable Double rate(int good, int all) {
        return all == 0 ? null : Math.round(1000.0 * good / all) / 1000.0;
    }

    private static JdbcClient.StatementSpec within(JdbcClient db, String sql, Instant from, Instant to) {
        return db.sql(sql).param("from", from.toEpochMilli()).param("to", to.toEpochMilli());
    }

    private static Map<String, Integer> ended(JdbcClient db, Instant from, Instant to) {
        var states = new TreeMap<String, Integer>();
        within(db, """
                select state, count(*) as jobs from jobs where finished_ms >= :from and finished_ms < :to
                group by state""", from, to).query(row -> {
            states.put(row.getString("state"), row.getInt("jobs"));
        });
        return states;
    }

    private static List<Hour> hours(JdbcClient db, Instant from, Instant to) {
        var hours = new TreeMap<Long, int[]>();
        within(db, """
                select created_ms / 3600000 as h, count(*) as jobs from jobs
                where created_ms >= :from and created_ms < :to group by created_ms / 3600000""", from, to).query(row -> {
            hours.computeIfAbsent(row.getLong("h"), _ -> new int[4])[0] += row.getInt("jobs");
        });
        within(db, """
                select finished_ms / 3600000 as h, state, count(*) as jobs from jobs
                where finished_ms >= :from and finished_ms < :to group by finished_ms / 3600000, state""", from, to).query(row -> {
            int column = switch (JobState.of(row.getString("state"))) {
                case SUCCEEDED -> 1;
                case FAILED, DEAD -> 2;
                case CANCELLED, QUEUED, RUNNING, RETRYING, SUSPENDED -> 3;
            };
            hours.computeIfAbsent(row.getLong("h"), _ -> new int[4])[column] += row.getInt("jobs");
        });
        return hours.entrySet().stream()
                .map(hour -> new Hour(
                        Instant.ofEpochMilli(hour.getKey() * HOUR_MILLIS),
                        hour.getValue()[0],
                        hour.getValue()[1],
                        hour.getValue()[2],
                        hour.getValue()[3]))
                .toList();
    }

    private static List<Type> types(JdbcClient db, Instant from, Instant to) {
        return within(db, """
                select type, sum(case when state = 'cancelled' then 0 else 1 end) as ended,
                    sum(case when state = 'succeeded' then 1 else 0 end) as succeeded,
                    avg(case when state = 'succeeded' then finished_ms - started_ms end) as mean,
                    avg(started_ms - created_ms) as wait
                from jobs where finished_ms >= :from and finished_ms < :to group by type order by type""", from, to)
                .query((row, _) -> new Type(
                        row.getString("type"),
                        row.getInt("ended"),
                        row.getInt("succeeded"),
                        rate(row.getInt("succeeded"), row.getInt("ended")),
                        seconds(row.getDouble("mean"), row.wasNull()),
                        seconds(row.getDouble("wait"), row.wasNull())))
                .list();
    }

    private static @Nullable Double seconds(double millis, boolean absent) {
        return absent ? null : Math.round(millis) / 1000.0;
    }

    private static List<TopError> errors(JdbcClient db, Instant from, Instant to) {
        return within(db, """
                select error_class, error_detail, count(*) as jobs, max(finished_ms) as last from jobs
                where finished_ms >= :from and finished_ms < :to and error_class is not null
                group by error_class, error_detail order by count(*) desc, max(finished_ms) desc limit :top""", from, to)
                .param("top", TOP)
                .query((row, _) -> new TopError(
                        FailureClass.of(row.getString("error_class")),
                        row.getString("error_detail"),
                        row.getInt("jobs"),
                        Instant.ofEpochMilli(row.getLong("last"))))
                .list();
    }
}
