package media.usenet.host;

import java.time.Duration;

/// How a program ended. One that could not do its work is an outcome, not an exception.
public sealed interface Outcome {

    record Exited(int code, String stdout, String stderr) implements Outcome {

        public boolean succeeded() {
            return code == 0;
        }
    }

    record TimedOut(Duration after) implements Outcome {}

    record NotFound(String program) implements Outcome {}
}
