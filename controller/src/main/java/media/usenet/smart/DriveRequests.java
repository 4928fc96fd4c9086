package media.usenet.smart;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// The requests of a disk at one moment.
///
/// @param inFlight given to the drive and not answered
/// @param completed answered since it appeared
/// @param nanos `System.nanoTime()` of the look
record DriveRequests(long inFlight, long completed, long nanos) {

    /// Requests completed, of reads, writes, discards and flushes (Linux, Documentation/block/stat.rst).
    private static final int[] COMPLETED = {0, 4, 11, 15};

    /// @param waiting of `/sys/block/NAME/inflight`: reads and writes
    /// @param stat of `/sys/block/NAME/stat`; kernels before 5.5 count no flushes
    static DriveRequests parse(String waiting, String stat, long nanos) {
        var fields = numbers(stat);
        var completed = 0L;
        for (var field : COMPLETED) {
            completed += field < fields.length ? fields[field] : 0;
        }
        return new DriveRequests(LongStream.of(numbers(waiting)).sum(), completed, nanos);
    }

    /// For how long the drive has answered nothing of what it was given; none while it works or has nothing to do.
    Optional<Duration> stuckSince(DriveRequests before) {
        return inFlight > 0 && before.inFlight > 0 && completed == before.completed
                ? Optional.of(Duration.ofNanos(nanos - before.nanos))
                : Optional.empty();
    }

    private static long[] numbers(String text) {
        return Stream.of(text.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .mapToLong(Long::parseLong)
                .toArray();
    }
}
