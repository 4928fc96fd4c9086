package media.usenet.library;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// From a number to another one, both with it; null where it has no end.
public record Range(@Nullable Long from, @Nullable Long to) {

    public static final Range ALL = new Range(null, null);

    /// In milliseconds.
    static Range ofSeconds(@Nullable Long from, @Nullable Long to) {
        return new Range(
                from == null ? null : Long.valueOf(from * 1_000), to == null ? null : Long.valueOf(to * 1_000));
    }

    boolean all() {
        return from == null && to == null;
    }

    /// The plus keeps SQLite from an index of that column alone, which would look up every row that it finds.
    void where(String column, List<String> conditions, Map<String, Object> parameters) {
        if (from != null) {
            parameters.put(column + "_from", from);
            conditions.add("+%s >= :%s_from".formatted(column, column));
        }
        if (to != null) {
            parameters.put(column + "_to", to);
            conditions.add("+%s <= :%s_to".formatted(column, column));
        }
    }
}
