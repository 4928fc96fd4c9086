package media.usenet.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LogQueryTest {

    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "90s, 2026-11-21T11:58:30Z",
        "10m, 2026-11-21T11:50:00Z",
        "2h, 2026-11-21T10:00:00Z",
        "1d, 2026-11-20T12:00:00Z",
        "2026-11-01T00:00:00Z, 2026-11-01T00:00:00Z",
        "2026-11-01T01:00:00+01:00, 2026-11-01T00:00:00Z",
    })
    void since_is_a_span_or_a_time(String since, Instant from) {
        assertThat(LogQuery.of(false, since, null, "", NOW).request().since()).isEqualTo(from);
    }

    @ParameterizedTest
    @ValueSource(strings = {"yesterday", "10", "m", "-5m", "2026-11-01"})
    void another_time_is_refused_with_an_example(String since) {
        assertThatThrownBy(() -> LogQuery.of(false, since, null, "", NOW))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.remedy()).contains("--since 10m"));
    }

    @Test
    void a_negative_tail_and_a_broken_pattern_are_refused() {
        assertThatThrownBy(() -> LogQuery.of(false, null, -1, "", NOW)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> LogQuery.of(false, null, 5, "(", NOW)).isInstanceOf(ProblemException.class);
    }

    @Test
    void lines_are_wanted_when_the_pattern_is_found_in_them() {
        var query = LogQuery.of(true, null, null, "error|warn", NOW);
        assertThat(query.wants("an error happened")).isTrue();
        assertThat(query.wants("all is well")).isFalse();
    }
}
