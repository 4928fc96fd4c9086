package media.usenet.union;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldTest {

    private static final Instant FIRST = Instant.parse("2026-11-21T09:30:00Z");
    private static final Instant LATER = Instant.parse("2026-11-21T09:40:00Z");

    @TempDir
    private Path folder;

    private final List<HoldChanged> changes = new ArrayList<>();

    @Test
    void it_begins_with_the_first_missing_drive_and_ends_with_the_last_return() {
        var one = Hold.NONE.onMissing("travel", FIRST);
        assertThat(one)
                .isEqualTo(new Hold(
                        true,
                        FIRST,
                        List.of("travel"),
                        "travel is missing, and a scan of the union would take its files for deleted"));
        var two = one.onMissing("films", LATER);
        assertThat(two.since()).isEqualTo(FIRST);
        assertThat(two.because()).startsWith("travel and films are missing");
        assertThat(two.onReturned("travel").active()).isTrue();
        assertThat(two.onReturned("travel").onReturned("films")).isEqualTo(Hold.NONE);
    }

    @Test
    void what_is_known_already_changes_nothing() {
        var hold = Hold.NONE.onMissing("travel", FIRST);
        assertThat(hold.onMissing("travel", LATER)).isEqualTo(hold);
        assertThat(hold.onReturned("films")).isEqualTo(hold);
        assertThat(Hold.NONE.onReturned("films")).isEqualTo(Hold.NONE);
    }

    @Test
    void each_change_is_told_once_and_outlives_the_program() {
        var keeper = keeper();
        keeper.missing("travel");
        keeper.missing("travel");
        var expected = Hold.NONE.onMissing("travel", FIRST);
        assertThat(changes).containsExactly(new HoldChanged(Hold.NONE, expected));

        var restarted = keeper();
        assertThat(restarted.current()).isEqualTo(expected);
        restarted.returned("travel");
        assertThat(changes).last().isEqualTo(new HoldChanged(expected, Hold.NONE));
        assertThat(keeper().current()).isEqualTo(Hold.NONE);
    }

    private HoldKeeper keeper() {
        return new HoldKeeper(folder.resolve("hold.json"), InstantSource.fixed(FIRST), changes::add);
    }
}
