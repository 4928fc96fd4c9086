package media.usenet.webhook;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// When a message that was not taken is sent again. Pure.
final class Schedule {

    /// Svix's, of which receivers know that it outlasts a night.
    private static final List<Duration> WAITS = List.of(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(30),
            Duration.ofHours(2),
            Duration.ofHours(5),
            Duration.ofHours(10),
            Duration.ofHours(10));

    private static final double JITTER = 0.1;
    private static final Duration LONGEST_ASKED = Duration.ofDays(1);

    private final DoubleSupplier random;

    /// @param random from 0 to 1
    Schedule(DoubleSupplier random) {
        this.random = random;
    }

    /// @param attempts so far
    /// @param asked how long the receiver asks to be left alone
    /// @return empty when it has been tried as often as it may be
    Optional<Duration> next(int attempts, Optional<Duration> asked) {
        if (attempts > WAITS.size()) {
            return Optional.empty();
        }
        var wait = WAITS.get(attempts - 1);
        var spread = wait.plusMillis(Math.round(wait.toMillis() * JITTER * random.getAsDouble()));
        var least = asked.map(each -> each.compareTo(LONGEST_ASKED) < 0 ? each : LONGEST_ASKED);
        return least.filter(each -> each.compareTo(spread) > 0).or(() -> Optional.of(spread));
    }
}
