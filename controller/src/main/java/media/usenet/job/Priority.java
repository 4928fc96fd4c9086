package media.usenet.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/// Which jobs go first.
public enum Priority {
    LOW(0),
    NORMAL(1),
    HIGH(2);

    private final int rank;

    Priority(int rank) {
        this.rank = rank;
    }

    /// As the database has it; the higher goes first.
    public int rank() {
        return rank;
    }

    public static Priority ofRank(int rank) {
        return switch (rank) {
            case 0 -> LOW;
            case 1 -> NORMAL;
            case 2 -> HIGH;
            default -> throw new IllegalArgumentException("no priority has the rank " + rank);
        };
    }

    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /// @throws media.usenet.problem.ProblemException `INVALID_REQUEST`
    @JsonCreator
    public static Priority of(String word) {
        return Words.parse("priority", word, values());
    }
}
