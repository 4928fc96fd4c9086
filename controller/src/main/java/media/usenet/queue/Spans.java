package media.usenet.queue;

import java.time.Duration;

/// Spans of time for people: `11 min 32 s`.
public final class Spans {

    private Spans() {}

    public static String text(Duration span) {
        if (span.compareTo(Duration.ofSeconds(10)) < 0) {
            return "%.1f s".formatted(span.toMillis() / 1000.0);
        }
        if (span.compareTo(Duration.ofMinutes(2)) < 0) {
            return span.toSeconds() + " s";
        }
        if (span.compareTo(Duration.ofHours(2)) < 0) {
            return "%d min %d s".formatted(span.toMinutes(), span.toSecondsPart());
        }
        return "%d h %d min".formatted(span.toHours(), span.toMinutesPart());
    }
}
