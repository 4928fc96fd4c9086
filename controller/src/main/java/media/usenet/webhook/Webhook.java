package media.usenet.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An address that is told of jobs.
///
/// @param events `job.succeeded` and the like
/// @param job the only one that it is told of; null for all
/// @param failingSince since when it has taken nothing; null when it took the last
/// @param stopped why nothing is sent there any more; null while something is
public record Webhook(
        String id,
        String url,
        List<String> events,
        @Nullable String job,
        Instant createdAt,
        @Nullable Instant failingSince,
        @Nullable String stopped) {}
