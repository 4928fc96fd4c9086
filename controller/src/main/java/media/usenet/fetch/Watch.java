package media.usenet.fetch;

import java.time.Duration;

/// How long the present step of a download may still take. Written by the thread that downloads, read by the one
/// that waits for it.
final class Watch {

    private record Step(String what, long deadline) {}

    private final long end;
    private volatile Step step;

    Watch(Duration total) {
        this.end = System.nanoTime() + total.toNanos();
        this.step = new Step("the download", end);
    }

    /// @param what the step, as it reads in "took too long"
    void step(String what, Duration time) {
        step = new Step(what, System.nanoTime() + time.toNanos());
    }

    /// What took too long; empty as long as nothing did.
    String late() {
        var now = System.nanoTime();
        if (now - end >= 0) {
            return "the download as a whole";
        }
        var present = step;
        return now - present.deadline() >= 0 ? present.what() : "";
    }
}
