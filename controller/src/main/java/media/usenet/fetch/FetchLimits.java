package media.usenet.fetch;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/// How much one download may take.
///
/// @param size of the file
/// @param total time from the first connection to the last byte
/// @param connect time for one connection, TLS included
/// @param firstByte time until the server answers
/// @param idle time between two pieces of the body
/// @param keepFree what must stay free on the target's file system
public record FetchLimits(
        DataSize size, Duration total, Duration connect, Duration firstByte, Duration idle, DataSize keepFree) {

    public static final FetchLimits USUAL = new FetchLimits(
            DataSize.ofGigabytes(200),
            Duration.ofHours(12),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30),
            DataSize.ofGigabytes(1));

    public FetchLimits {
        if (size.toBytes() <= 0 || total.isNegative() || total.isZero()) {
            throw new IllegalArgumentException("size and time are above zero");
        }
    }

    public FetchLimits withSize(DataSize other) {
        return new FetchLimits(other, total, connect, firstByte, idle, keepFree);
    }

    public FetchLimits withTotal(Duration other) {
        return new FetchLimits(size, other, connect, firstByte, idle, keepFree);
    }

    public FetchLimits withKeepFree(DataSize other) {
        return new FetchLimits(size, total, connect, firstByte, idle, other);
    }

    public FetchLimits withPatience(Duration forConnection, Duration forAnswer, Duration forPieces) {
        return new FetchLimits(size, total, forConnection, forAnswer, forPieces, keepFree);
    }
}
