package media.usenet.storage;

import java.io.IOException;
import java.time.Duration;

/// What came of a question that may never be answered.
public sealed interface Answer<T> {

    record Given<T>(T value) implements Answer<T> {}

    /// The kernel or the drive answered that it cannot.
    record Failed<T>(IOException because) implements Answer<T> {}

    /// Nothing came in time: what was asked, or what was asked of the same thing before, still hangs.
    record Silent<T>(Duration limit) implements Answer<T> {}
}
