package media.usenet.history;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import media.usenet.job.JobState;
import org.jspecify.annotations.Nullable;

/// Which jobs are meant. What is null or empty does not matter.
///
/// @param text part of the label or of the request, or a whole id
/// @param from accepted at or after it
/// @param to accepted before it
public record JobFilter(
        Set<JobState> states,
        @Nullable String type,
        @Nullable String lane,
        @Nullable String key,
        @Nullable String text,
        @Nullable Instant from,
        @Nullable Instant to) {

    public static final JobFilter ALL = new JobFilter(Set.of(), null, null, null, null, null, null);

    public JobFilter {
        states = Set.copyOf(states);
    }

    public JobFilter in(Set<JobState> others) {
        return new JobFilter(others, type, lane, key, text, from, to);
    }

    /// `where ...` with named parameters, which are put into the map; empty where all are meant.
    String where(Map<String, Object> parameters) {
        var conditions = new ArrayList<String>();
        if (!states.isEmpty()) {
            parameters.put("states", states.stream().map(JobState::word).toList());
            conditions.add("state in (:states)");
        }
        equal(conditions, parameters, "type", type);
        equal(conditions, parameters, "lane", lane);
        equal(conditions, parameters, "api_key", key);
        if (text != null) {
            var escaped = text.toLowerCase(Locale.ROOT)
                    .replace("!", "!!")
                    .replace("%", "!%")
                    .replace("_", "!_");
            parameters.put("text", "%" + escaped + "%");
            parameters.put("id", text);
            conditions.add("(lower(label) like :text escape '!' or lower(request) like :text escape '!' or id = :id)");
        }
        time(conditions, parameters, "created_ms >= :from", "from", from);
        time(conditions, parameters, "created_ms < :to", "to", to);
        return conditions.isEmpty() ? "" : "where " + String.join(" and ", conditions);
    }

    private static void equal(
            List<String> conditions, Map<String, Object> parameters, String column, @Nullable String value) {
        if (value != null) {
            parameters.put(column, value);
            conditions.add("%s = :%s".formatted(column, column));
        }
    }

    private static void time(
            List<String> conditions,
            Map<String, Object> parameters,
            String condition,
            String name,
            @Nullable Instant value) {
        if (value != null) {
            parameters.put(name, value.toEpochMilli());
            conditions.add(condition);
        }
    }

    /// A fresh map for [#where].
    static Map<String, Object> parameters() {
        return new LinkedHashMap<>();
    }
}
