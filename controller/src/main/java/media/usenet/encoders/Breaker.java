package media.usenet.encoders;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/// Takes a device out of the offer that failed three times in a row, for a while: a driver that hangs fails
/// every file until the machine restarts. The first job after the pause is the trial.
final class Breaker {

    private static final int IN_A_ROW = 3;
    private static final Duration PAUSE = Duration.ofMinutes(10);

    private record Failures(int inARow, Instant last, String reason) {}

    private final InstantSource clock;
    private final Map<String, Failures> failures = new HashMap<>();

    Breaker(InstantSource clock) {
        this.clock = clock;
    }

    synchronized void failed(String lane, String reason) {
        var before = failures.get(lane);
        failures.put(lane, new Failures(before == null ? 1 : before.inARow() + 1, clock.instant(), reason));
    }

    synchronized void succeeded(String lane) {
        failures.remove(lane);
    }

    synchronized void reset() {
        failures.clear();
    }

    /// The lanes that rest now, and why.
    synchronized Map<String, String> open() {
        var open = new HashMap<String, String>();
        failures.forEach((lane, failed) -> {
            if (failed.inARow() >= IN_A_ROW
                    && clock.instant().isBefore(failed.last().plus(PAUSE))) {
                open.put(
                        lane,
                        "%d failures in a row, the last at %s: %s"
                                .formatted(failed.inARow(), failed.last(), failed.reason()));
            }
        });
        return open;
    }
}
