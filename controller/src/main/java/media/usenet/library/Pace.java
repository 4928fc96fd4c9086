package media.usenet.library;

import java.time.Duration;

/// How hard a scan works the machine.
///
/// @param probes how many files are looked into at once, on all drives together
/// @param batch how many files are looked into before they are written down
/// @param pause between two batches of one drive
/// @param patience after which a file system that says nothing is left alone
record Pace(int probes, int batch, Duration pause, Duration patience) {

    Pace {
        if (probes < 1 || batch < 1 || pause.isNegative() || patience.isNegative()) {
            throw new IllegalArgumentException("at least one file at once: %d, %d".formatted(probes, batch));
        }
    }
}
