package media.usenet.queue;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import media.usenet.job.EncoderStep;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/// A job that this node has taken to run.
///
/// @param number counts the attempts from 1
/// @param lease a new one for every claim: whoever does not hold the job's present one may change nothing
/// @param earlier encoders that were tried before another lane took the job over
/// @param publishing whether an earlier attempt had begun to publish what it made
public record Claim(
        String job,
        String type,
        String label,
        String lane,
        @Nullable String key,
        int number,
        int maxAttempts,
        String lease,
        List<EncoderStep> earlier,
        boolean publishing,
        JsonNode request,
        Set<String> slots,
        Instant at) {

    private static final int SHORT_LEASE = 8;

    /// The name of the attempt's folder: no other attempt at any job ever has the same.
    public String folderName() {
        return "%s-%d-%s".formatted(job, number, lease.substring(0, SHORT_LEASE));
    }
}
