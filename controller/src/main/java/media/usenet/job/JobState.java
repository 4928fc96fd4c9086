package media.usenet.job;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/// Where a job stands.
public enum JobState {
    /// It waits for its turn.
    QUEUED,
    RUNNING,
    /// It failed, and will be tried again at `retryAt`.
    RETRYING,
    SUCCEEDED,
    /// It failed, and no retry would help.
    FAILED,
    CANCELLED,
    /// It failed as often as it may, or killed its worker as often as it may.
    DEAD,
    /// Its drive is gone; it goes on when that is back.
    SUSPENDED;

    /// Whether nothing happens to it any more unless somebody asks.
    public boolean ended() {
        return switch (this) {
            case SUCCEEDED, FAILED, CANCELLED, DEAD -> true;
            case QUEUED, RUNNING, RETRYING, SUSPENDED -> false;
        };
    }

    @JsonValue
    public String word() {
        return Words.of(this);
    }

    /// Reads a state by our name or by one that other programs of the kind use.
    ///
    /// @throws media.usenet.problem.ProblemException `INVALID_REQUEST`
    @JsonCreator
    public static JobState of(String word) {
        return switch (word.strip().toLowerCase(Locale.ROOT)) {
            case "pending", "waiting", "created", "accepted" -> QUEUED;
            case "processing", "in_progress", "started", "active" -> RUNNING;
            case "completed", "complete", "finished", "done", "success" -> SUCCEEDED;
            case "canceled" -> CANCELLED;
            case "error" -> FAILED;
            case "retry" -> RETRYING;
            case "dead_letter", "dlq" -> DEAD;
            case "paused" -> SUSPENDED;
            default -> Words.parse("state of a job", word, values());
        };
    }
}
