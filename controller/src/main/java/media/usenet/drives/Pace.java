package media.usenet.drives;

import java.time.Duration;

/// How long what concerns drives may take.
///
/// @param sweep how often all is compared with all that is wanted
/// @param eject how long a drive may take to write what is cached, beside what its users are given
record Pace(Duration sweep, Duration eject) {

    static Pace of(Duration sweep) {
        return new Pace(sweep, Duration.ofSeconds(60));
    }
}
