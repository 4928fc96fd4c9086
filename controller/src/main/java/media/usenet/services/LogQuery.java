package media.usenet.services;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import media.usenet.docker.LogRequest;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// Which lines of the logs are wanted.
record LogQuery(LogRequest request, Pattern grep) {

    private static final Pattern SPAN = Pattern.compile("(\\d{1,6})([smhd])");

    static LogQuery of(boolean follow, @Nullable String since, @Nullable Integer tail, String grep, Instant now) {
        if (tail != null && tail < 0) {
            throw refuse("tail must not be negative", "--tail 100");
        }
        var from = since == null ? null : instant(since, now);
        return new LogQuery(new LogRequest(follow, from, tail), pattern(grep));
    }

    boolean wants(String line) {
        return grep.matcher(line).find();
    }

    private static Instant instant(String text, Instant now) {
        var span = SPAN.matcher(text);
        if (span.matches()) {
            long count = Long.parseLong(span.group(1));
            return now.minus(
                    switch (span.group(2)) {
                        case "s" -> Duration.ofSeconds(count);
                        case "m" -> Duration.ofMinutes(count);
                        case "h" -> Duration.ofHours(count);
                        default -> Duration.ofDays(count);
                    });
        }
        try {
            return Instant.parse(text);
        } catch (DateTimeException _) {
            throw refuse("'%s' is no time".formatted(text), "--since 10m, or --since 2026-11-21T12:00:00Z");
        }
    }

    private static Pattern pattern(String grep) {
        try {
            return Pattern.compile(grep);
        } catch (PatternSyntaxException e) {
            throw refuse(
                    "'%s' is no regular expression: %s".formatted(grep, e.getDescription()), "--grep 'error|warn'");
        }
    }

    private static ProblemException refuse(String detail, String example) {
        return new ProblemException(Problem.INVALID_REQUEST, detail, "write it like " + example);
    }
}
