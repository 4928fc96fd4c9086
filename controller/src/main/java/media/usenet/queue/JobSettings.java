package media.usenet.queue;

import java.time.Duration;

/// How the queue behaves; the properties `jobs.*`, and the names that users of FFAPI know.
///
/// @param maxAttempts how often a job is tried
/// @param maxDeaths how many workers one job may kill
/// @param retry how long a failed job waits
/// @param mostPerKey how many jobs of one API key run at once; 0 for any number
/// @param patience how long a key may be passed over while others run, before its best job goes first
/// @param heartbeat how often a node says that it lives; after four that are missed its jobs are another's
/// @param poll how often a node looks for jobs that another process has accepted
/// @param stop how long running work may take to end when the program stops
/// @param keep how long ended jobs are kept
/// @param keepLast how many ended jobs are kept in any case
/// @param keepKeys how long an Idempotency-Key is remembered
/// @param logBytes how much of a job's log is kept
public record JobSettings(
        int maxAttempts,
        int maxDeaths,
        Retry retry,
        int mostPerKey,
        Duration patience,
        Duration heartbeat,
        Duration poll,
        Duration stop,
        Duration keep,
        int keepLast,
        Duration keepKeys,
        long logBytes) {

    /// @param first before the second attempt
    /// @param factor of each further wait
    /// @param longest no wait is longer
    /// @param jitter by which part a wait is longer or shorter at random, so that jobs do not all come back at once
    /// @param scarcity for how long after its start a job that lacks room or memory is tried again, however often
    public record Retry(Duration first, double factor, Duration longest, double jitter, Duration scarcity) {}

    public static final JobSettings USUAL = new JobSettings(
            4,
            3,
            new Retry(Duration.ofSeconds(10), 3, Duration.ofMinutes(10), 0.2, Duration.ofDays(1)),
            0,
            Duration.ofSeconds(30),
            Duration.ofSeconds(1),
            Duration.ofMillis(500),
            Duration.ofSeconds(8),
            Duration.ofDays(30),
            100,
            Duration.ofDays(2),
            4L << 20);
}
