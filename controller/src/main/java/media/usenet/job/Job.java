package media.usenet.job;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A job as callers see it.
///
/// @param label what a person calls it: mostly the name of the source
/// @param phase null unless it runs
/// @param key the API key that asked for it; null where there is none
/// @param attempt how often it was begun; 0 before its first turn
/// @param retryAt when it is tried again; null unless it is retrying
/// @param node where it runs or last ran
/// @param slot of the drive it waits for; null unless it is suspended
/// @param request what was asked for; null in lists
/// @param links where more of it is, and what can be done with it
public record Job(
        String id,
        String type,
        String label,
        JobState state,
        @Nullable Phase phase,
        Priority priority,
        String lane,
        @Nullable String key,
        int attempt,
        int maxAttempts,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant retryAt,
        @Nullable String node,
        @Nullable String slot,
        @Nullable Progress progress,
        List<EncoderStep> encoderPath,
        List<String> warnings,
        @Nullable JobError error,
        @Nullable Map<String, Object> result,
        List<JobOutput> outputs,
        @Nullable Map<String, Object> request,
        Map<String, String> links) {

    public Job {
        encoderPath = List.copyOf(encoderPath);
        warnings = List.copyOf(warnings);
        outputs = List.copyOf(outputs);
        links = Map.copyOf(links);
    }
}
