package media.usenet.picture;

import java.time.Duration;

/// A stretch of one film's time.
public record Span(Duration from, Duration to) {

    public Span {
        if (to.compareTo(from) < 0) {
            throw new IllegalArgumentException("a span ends after it began: %s to %s".formatted(from, to));
        }
    }

    static Span ofSeconds(double from, double to) {
        return new Span(duration(from), duration(Math.max(from, to)));
    }

    static Duration duration(double seconds) {
        return Duration.ofMillis(Math.round(seconds * 1000));
    }

    static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    public Duration length() {
        return to.minus(from);
    }
}
