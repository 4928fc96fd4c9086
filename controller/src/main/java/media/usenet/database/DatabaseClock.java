package media.usenet.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The database's time: the one clock that all machines of a queue share. Moves on by this machine's monotonic
/// clock between two readings, so that a jump of the wall clock of one machine revives no other machine's job.
final class DatabaseClock implements InstantSource {

    private static final Duration JUMP = Duration.ofSeconds(2);
    private static final Duration A_LONG_WHILE = Duration.ofHours(1);

    private Instant read;
    private long readNanos;
    private long jumpedNanos = System.nanoTime() - A_LONG_WHILE.toNanos();

    DatabaseClock(Instant now) {
        read = now;
        readNanos = System.nanoTime();
    }

    @Override
    public synchronized Instant instant() {
        return read.plusNanos(System.nanoTime() - readNanos);
    }

    /// @param now what the database said
    /// @param asked by `System.nanoTime` when it was asked; half the way later it answered
    synchronized void set(Instant now, long asked) {
        var answered = System.nanoTime();
        var then = now.plus(Duration.ofNanos((answered - asked) / 2));
        if (Duration.between(instant(), then).abs().compareTo(JUMP) > 0) {
            jumpedNanos = answered;
        }
        read = then;
        readNanos = answered;
    }

    /// How long ago it was set to a time that it would not have come to by itself.
    synchronized Duration sinceJump() {
        return Duration.ofNanos(System.nanoTime() - jumpedNanos);
    }
}
