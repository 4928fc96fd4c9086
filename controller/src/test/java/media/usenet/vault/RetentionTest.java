package media.usenet.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RetentionTest {

    private static final Instant NEWEST = Instant.parse("2026-11-20T03:30:00Z");

    @Test
    void grandfatherFatherAndSonStay() {
        var kept = kept(nightly(400), new Keep(3, 7, 4, 6, 0), "");
        assertThat(kept).hasSize(7 + 2 + 5);
        assertThat(kept).startsWith("0", "1", "2", "3", "4", "5", "6");
    }

    @Test
    void theNewestStaysWhateverTheNumbersSay() {
        assertThat(kept(nightly(5), new Keep(0, 0, 0, 0, 0), "")).containsExactly("0");
    }

    @Test
    void theNewestThatIsProvedStays() {
        assertThat(kept(nightly(30), new Keep(1, 0, 0, 0, 0), "20")).containsExactly("0", "20");
    }

    @Test
    void severalOfOneDayCountOnce() {
        var two = List.of(
                stored(0, NEWEST),
                stored(1, NEWEST.minus(Duration.ofHours(2))),
                stored(2, NEWEST.minus(Duration.ofDays(1))));
        assertThat(kept(two, new Keep(1, 2, 0, 0, 0), "")).containsExactly("0", "2");
    }

    private static List<Stored> nightly(int nights) {
        return IntStream.range(0, nights)
                .mapToObj(night -> stored(night, NEWEST.minus(Duration.ofDays(night))))
                .toList();
    }

    private static List<String> kept(List<Stored> stored, Keep keep, String proved) {
        return Retention.judge(stored, keep, ZoneOffset.UTC, one -> one.id().equals(proved)).stream()
                .filter(Retention.Verdict::keeps)
                .map(verdict -> verdict.stored().id())
                .toList();
    }

    private static Stored stored(int id, Instant created) {
        return new Stored(
                String.valueOf(id),
                "local",
                "k",
                created,
                "config",
                null,
                null,
                "nightly",
                List.of(),
                1L,
                1L,
                false,
                "archive");
    }
}
