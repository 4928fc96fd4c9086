package media.usenet.docker;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Which part of the logs to give.
///
/// @param follow whether to go on with lines as they come
/// @param since the earliest line; all if none
/// @param tail how many of each container's last lines; all if none
public record LogRequest(
        boolean follow, @Nullable Instant since, @Nullable Integer tail) {

    public static final LogRequest ALL = new LogRequest(false, null, null);
}
