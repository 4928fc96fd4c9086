package media.usenet.host;

import java.time.Duration;

/// A program that was started and is watched: to be awaited, or ended together with everything it started.
public interface RunningProgram {

    /// The process that leads the tree. It is the controller's child; what the program itself is may be below it.
    long pid();

    /// Waits until the program has ended and both its pipes have been read to their end. Nothing it started lives
    /// on.
    ///
    /// @return the exit code; 128 and the signal's number for one that a signal ended
    int await() throws InterruptedException;

    /// SIGTERM, and SIGKILL after the grace, to the program and everything it started, also what it disowned.
    /// Returns when all of it is gone; does nothing when it is gone already. Safe to call from any thread.
    void end(Duration grace);

    /// The processor time of the program and of the children it waited for; zero until it has ended, and where it
    /// was killed.
    Duration cpu();
}
