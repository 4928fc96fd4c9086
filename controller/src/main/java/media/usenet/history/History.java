package media.usenet.history;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import media.usenet.database.Database;
import media.usenet.job.Job;
import media.usenet.job.JobState;
import media.usenet.job.Words;
import org.springframework.jdbc.core.simple.JdbcClient;

/// All jobs there are and were: filtered, sorted, in pages.
public final class History {

    private static final int EXPORTED_AT_ONCE = 500;

    /// What jobs can be sorted by: the name of the request, and the column.
    static final Map<String, String> SORTS = Map.of(
            "createdAt", "created_ms",
            "startedAt", "started_ms",
            "finishedAt", "finished_ms",
            "label", "label",
            "type", "type",
            "state", "state",
            "priority", "priority");

    private final Database database;

    public History(Database database) {
        this.database = database;
    }

    /// @param sort one of [#SORTS], with a `-` before it for the last first
    public JobPage page(JobFilter filter, String sort, int page, int size) {
        return database.read(db -> {
            var parameters = JobFilter.parameters();
            var where = filter.where(parameters);
            var counts = counts(db, filter);
            int total = counts.entrySet().stream()
                    .filter(entry ->
                            filter.states().isEmpty() || filter.states().contains(JobState.of(entry.getKey())))
                    .mapToInt(Map.Entry::getValue)
                    .sum();
            parameters.put("limit", size);
            parameters.put("offset", (long) (page - 1) * size);
            // The ids alone first: they stand in the index, and the rows of earlier pages are not read.
            var order = order(sort);
            var ids = "(select id from jobs %s %s limit :limit offset :offset)".formatted(where, order);
            var jobs = JobRows.list(db, "where id in %s %s".formatted(ids, order), parameters);
            return new JobPage(jobs, total, page, size, Math.max(1, (total + size - 1) / size), counts);
        });
    }

    private static String order(String sort) {
        boolean down = sort.startsWith("-");
        var name = down ? sort.substring(1) : sort;
        var column = SORTS.get(name);
        if (column == null) {
            throw Words.unknown(
                    "order of jobs", sort, String.join(", ", SORTS.keySet()) + ", with a - for the last first");
        }
        return "order by %s %s, id %s".formatted(column, down ? "desc" : "asc", down ? "desc" : "asc");
    }

    private static Map<String, Integer> counts(JdbcClient db, JobFilter filter) {
        var counts = new LinkedHashMap<String, Integer>();
        for (var state : JobState.values()) {
            counts.put(state.word(), 0);
        }
        var parameters = JobFilter.parameters();
        var where = filter.in(Set.of()).where(parameters);
        db.sql("select state, count(*) as jobs from jobs %s group by state".formatted(where))
                .params(parameters)
                .query(row -> {
                    counts.put(row.getString("state"), row.getInt("jobs"));
                });
        return counts;
    }

    /// All that match, oldest first, without holding them all or the database.
    public void export(JobFilter filter, Consumer<Job> each) {
        var after = "";
        List<Job> jobs;
        do {
            jobs = after(filter, after);
            jobs.forEach(each);
            after = jobs.isEmpty() ? after : jobs.getLast().id();
        } while (jobs.size() == EXPORTED_AT_ONCE);
    }

    private List<Job> after(JobFilter filter, String id) {
        return database.read(db -> {
            var parameters = JobFilter.parameters();
            var where = filter.where(parameters);
            parameters.put("after", id);
            parameters.put("limit", EXPORTED_AT_ONCE);
            var rest = "%s %s id > :after order by id limit :limit".formatted(where, where.isEmpty() ? "where" : "and");
            return JobRows.list(db, rest, parameters);
        });
    }

    /// The ids of all that match.
    public List<String> ids(JobFilter filter) {
        return database.read(db -> {
            var parameters = JobFilter.parameters();
            return db.sql("select id from jobs %s order by id".formatted(filter.where(parameters)))
                    .params(parameters)
                    .query(String.class)
                    .list();
        });
    }
}
