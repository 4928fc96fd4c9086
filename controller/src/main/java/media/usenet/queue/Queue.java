package media.usenet.queue;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import media.usenet.database.Database;
import media.usenet.job.JobState;
import media.usenet.job.Lane;
import media.usenet.job.Priority;
import media.usenet.queue.QueueReport.KeyReport;
import media.usenet.queue.QueueReport.LaneReport;
import media.usenet.queue.QueueReport.NodeReport;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/// How the queue stands now.
public final class Queue {

    private static final Comparator<Optional<String>> BY_NAME = Comparator.comparing(key -> key.orElse(""));
    private static final Duration ALIVE = Duration.ofSeconds(5);
    private static final Duration FORGOTTEN = Duration.ofDays(7);

    private final Database database;

    public Queue(Database database) {
        this.database = database;
    }

    /// Jobs that have not ended and are alike.
    private record Alike(
            String lane,
            JobState state,
            Priority priority,
            @Nullable String key,
            int jobs,
            long oldestMillis) {}

    public QueueReport report() {
        return database.read(db -> {
            var nodes = nodes(db);
            var jobs = alike(db);
            var names = new TreeSet<String>();
            jobs.forEach(some -> names.add(some.lane()));
            nodes.stream().flatMap(node -> node.lanes().stream()).forEach(lane -> names.add(lane.name()));
            return new QueueReport(
                    names.stream().map(lane -> lane(lane, jobs, nodes)).toList(), nodes);
        });
    }

    private List<NodeReport> nodes(JdbcClient db) {
        var now = database.now();
        return db.sql("select name, seen_ms, lanes from nodes where seen_ms > :since order by name")
                .param("since", now.minus(FORGOTTEN).toEpochMilli())
                .query((row, _) -> {
                    var seen = Instant.ofEpochMilli(row.getLong("seen_ms"));
                    return new NodeReport(
                            row.getString("name"),
                            seen,
                            seen.isAfter(now.minus(ALIVE)),
                            Json.lanes(row.getString("lanes")));
                })
                .list();
    }

    private static List<Alike> alike(JdbcClient db) {
        return db.sql("""
                select lane, state, priority, api_key, count(*) as jobs, min(created_ms) as oldest from jobs
                where state in ('queued', 'running', 'retrying', 'suspended')
                group by lane, state, priority, api_key""")
                .query((row, _) -> new Alike(
                        row.getString("lane"),
                        JobState.of(row.getString("state")),
                        Priority.ofRank(row.getInt("priority")),
                        row.getString("api_key"),
                        row.getInt("jobs"),
                        row.getLong("oldest")))
                .list();
    }

    private static LaneReport lane(String name, List<Alike> all, List<NodeReport> nodes) {
        var jobs = all.stream().filter(some -> some.lane().equals(name)).toList();
        var having = nodes.stream()
                .filter(NodeReport::alive)
                .filter(node ->
                        node.lanes().stream().anyMatch(lane -> lane.name().equals(name)))
                .toList();
        int slots = having.stream()
                .flatMap(node -> node.lanes().stream())
                .filter(lane -> lane.name().equals(name))
                .mapToInt(Lane::slots)
                .sum();
        return new LaneReport(
                name,
                slots,
                in(JobState.RUNNING, jobs),
                in(JobState.QUEUED, jobs),
                in(JobState.RETRYING, jobs),
                in(JobState.SUSPENDED, jobs),
                oldest(jobs),
                byPriority(jobs),
                byKey(jobs),
                having.stream().map(NodeReport::name).toList());
    }

    private static int in(JobState state, List<Alike> jobs) {
        return count(jobs, some -> some.state() == state);
    }

    private static int count(List<Alike> jobs, Predicate<Alike> which) {
        return jobs.stream().filter(which).mapToInt(Alike::jobs).sum();
    }

    private static boolean waits(Alike some) {
        return some.state() == JobState.QUEUED || some.state() == JobState.RETRYING;
    }

    private static @Nullable Instant oldest(List<Alike> jobs) {
        return jobs.stream()
                .filter(some -> some.state() == JobState.QUEUED)
                .map(some -> Instant.ofEpochMilli(some.oldestMillis()))
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static Map<String, Integer> byPriority(List<Alike> jobs) {
        var waiting = new LinkedHashMap<String, Integer>();
        for (var priority : List.of(Priority.HIGH, Priority.NORMAL, Priority.LOW)) {
            waiting.put(priority.word(), count(jobs, some -> waits(some) && some.priority() == priority));
        }
        return waiting;
    }

    private static List<KeyReport> byKey(List<Alike> jobs) {
        var keys = jobs.stream()
                .collect(Collectors.groupingBy(
                        some -> Optional.ofNullable(some.key()), () -> new TreeMap<>(BY_NAME), Collectors.toList()));
        var reports = new ArrayList<KeyReport>();
        keys.forEach((key, some) ->
                reports.add(new KeyReport(key.orElse(null), in(JobState.RUNNING, some), count(some, Queue::waits))));
        return reports;
    }
}
