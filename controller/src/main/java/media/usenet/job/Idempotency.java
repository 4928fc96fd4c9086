package media.usenet.job;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Lets a caller ask twice for the same thing and get one job: its `Idempotency-Key`, and a hash of what it asked
/// for, so that the same key with another request is refused.
///
/// @param scope whose keys these are: two callers may use the same key
public record Idempotency(String scope, String key, String bodySha256) {

    private static final int LONGEST_KEY = 255;

    public Idempotency {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST,
                    "the Idempotency-Key is empty or longer than %d characters".formatted(LONGEST_KEY),
                    "send a UUID");
        }
    }

    /// @param endpoint and body: what was asked for
    public static Idempotency of(String scope, String key, String endpoint, byte[] body) {
        try {
            var hash = MessageDigest.getInstance("SHA-256");
            hash.update((endpoint + "\n").getBytes(StandardCharsets.UTF_8));
            return new Idempotency(scope, key, HexFormat.of().formatHex(hash.digest(body)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
