package media.usenet.drives;

import java.time.Duration;

/// How long what concerns drives may take.
///
/// @param sweep how often all is compared with all that is wanted
/// @param eject how long a drive may take to write what is cached, beside what its users are given
/// @param command how long a person's command waits for a drive
record Pace(Duration sweep, Duration eject, Duration command) {

    static Pace of(Duration sweep) {
        return new Pace(sweep, Duration.ofSeconds(60), Duration.ofMinutes(2));
    }
}
