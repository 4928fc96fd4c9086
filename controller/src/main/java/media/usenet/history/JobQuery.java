package media.usenet.history;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import media.usenet.job.JobState;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.jspecify.annotations.Nullable;

/// A filter as requests spell it.
///
/// @param state some states, with commas between them; `status` is FFAPI's name for it
/// @param text part of the label or of the request, or an id; `search` is FFAPI's name for it
/// @param from RFC 3339, or a date
public record JobQuery(
        @Nullable List<String> state,
        @Nullable List<String> status,
        @Nullable String type,
        @Nullable String lane,
        @Nullable String key,
        @Nullable String text,
        @Nullable String search,
        @Nullable String from,
        @Nullable String to) {

    public JobFilter filter() {
        var states = Stream.of(Optional.ofNullable(state), Optional.ofNullable(status))
                .flatMap(Optional::stream)
                .flatMap(List::stream)
                .flatMap(words -> Arrays.stream(words.split(",")))
                .filter(word -> !word.isBlank() && !word.equals("all"))
                .map(JobState::of)
                .collect(Collectors.toSet());
        return new JobFilter(states, type, lane, key, text == null ? search : text, time(from), time(to));
    }

    static @Nullable Instant time(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return null;
        }
        try {
            return text.length() <= "2026-01-01".length()
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : OffsetDateTime.parse(text).toInstant();
        } catch (DateTimeException _) {
            throw new ProblemException(
                    Problem.INVALID_REQUEST,
                    "'%s' is no time".formatted(text),
                    "write it as 2026-11-21 or as 2026-11-21T12:00:00Z");
        }
    }
}
