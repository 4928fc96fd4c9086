package media.usenet.cli;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/// How often the controller is tried again when it went away: for longer than it needs to start, about 25 s.
final class Tries {

    static final int MOST = 8;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(100);

    private Tries() {}

    /// @param tries how many there were, from 1
    static void pause(int tries) {
        LockSupport.parkNanos(FIRST_PAUSE.toNanos() << tries);
    }
}
