package media.usenet.queue;

import com.github.kagkarlsson.scheduler.jdbc.JdbcTaskRepositoryContext;
import com.github.kagkarlsson.scheduler.jdbc.PostgreSqlJdbcCustomization;
import com.github.kagkarlsson.scheduler.task.Execution;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import media.usenet.database.Dialect;
import media.usenet.job.Lane;
import org.jspecify.annotations.Nullable;

/// How db-scheduler picks: for each lane of this node that has free slots, the jobs whose turn it is, in one
/// statement.
///
/// The same on both databases. SQLite has one writer, which gives what `skip locked` gives elsewhere; its stock
/// strategy
/// only fetches, and while all threads are busy adds to their queue at every look. Times are plain milliseconds,
/// since sqlite-jdbc changes the one calendar that db-scheduler shares among threads.
public final class FairFetch extends PostgreSqlJdbcCustomization {

    private static final String PICK = """
            with due as %s (
                select t.task_instance from jobs j
                %s join scheduled_tasks t on t.task_name = 'job' and t.task_instance = j.id
                where j.lane = ? and j.waiting = 1 and t.picked = false
                    and (t.execution_time <= ? or (j.state = 'queued' and t.execution_time > ?))
                    and (? = 0 or j.api_key is null or
                        (select count(*) from jobs r where r.api_key = j.api_key and r.state = 'running') < ?)
                order by j.raised desc, j.priority desc, j.turn, j.id limit ? %s)
            update scheduled_tasks set picked = true, picked_by = ?, last_heartbeat = ?, version = version + 1
            where task_name = 'job' and task_instance in (select task_instance from due) returning *""";

    /// What is queued goes at once, or after a second. A time beyond this is of a clock that was set back since.
    private static final Duration NEVER_SO_LATE = Duration.ofMinutes(1);

    private final Slots slots;
    private final int mostPerKey;
    private final String pick;

    public FairFetch(Dialect dialect, Slots slots, int mostPerKey) {
        super(false, true);
        this.slots = slots;
        this.mostPerKey = mostPerKey;
        this.pick = switch (dialect) {
            // SQLite keeps the order of a cross join: jobs first, along the index that has them in their order.
            case SQLITE -> PICK.formatted("materialized", "cross", "");
            case POSTGRESQL -> PICK.formatted("materialized", "inner", "for update of t skip locked");
        };
    }

    @Override
    public String getName() {
        return "fair";
    }

    @Override
    public void setInstant(PreparedStatement statement, int index, @Nullable Instant value) throws SQLException {
        if (value == null) {
            statement.setNull(index, Types.BIGINT);
        } else {
            statement.setLong(index, value.toEpochMilli());
        }
    }

    @Override
    @SuppressWarnings("NullAway") // db-scheduler says in no annotation that a time may be absent.
    public Instant getInstant(ResultSet row, String column) throws SQLException {
        long millis = row.getLong(column);
        return row.wasNull() ? null : Instant.ofEpochMilli(millis);
    }

    @Override
    public List<Execution> lockAndFetchSingleStatement(
            JdbcTaskRepositoryContext context, Instant now, int limit, boolean orderByPriority) {
        var picked = new ArrayList<Execution>();
        for (var lane : slots.free()) {
            var fetched = fetch(context, lane, now);
            fetched.forEach(execution -> slots.take(lane.name(), execution.taskInstance.getId()));
            picked.addAll(fetched);
        }
        return picked;
    }

    private List<Execution> fetch(JdbcTaskRepositoryContext context, Lane lane, Instant now) {
        return context.jdbcRunner.query(
                pick,
                statement -> {
                    statement.setString(1, lane.name());
                    setInstant(statement, 2, now);
                    setInstant(statement, 3, now.plus(NEVER_SO_LATE));
                    statement.setInt(4, mostPerKey);
                    statement.setInt(5, mostPerKey);
                    statement.setInt(6, lane.slots());
                    statement.setString(7, context.schedulerName.getName());
                    setInstant(statement, 8, now);
                },
                context.resultSetMapper.get());
    }
}
