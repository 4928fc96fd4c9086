package media.usenet.database;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/// The database's time: the one clock that all machines of a queue share. Moves on by this machine's monotonic
/// clock between two readings, so that a jump of the wall clock of one machine revives no other machine's job.
final class DatabaseClock implements InstantSource {

    private Instant read;
    private long readNanos;

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
        read = now.plus(Duration.ofNanos((answered - asked) / 2));
        readNanos = answered;
    }
}
