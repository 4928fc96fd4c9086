package media.usenet.swap;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextStartTest {

    @TempDir
    private Path state;

    private NextStart nextStart;
    private Path live;

    @BeforeEach
    void aDatabaseThatIsReplaced() throws IOException {
        nextStart = new NextStart(state);
        live = state.resolve("controller.db");
        Files.writeString(live, "old");
        Files.writeString(state.resolve("controller.db-wal"), "old log");
    }

    @Test
    void nothingHappensWhereNothingWaits() {
        assertThat(nextStart.take("controller.db", live)).isFalse();
        assertThat(live).hasContent("old");
    }

    @Test
    void whatWaitsIsPutInPlaceOnceAndTheOldLogMeetsItNot() throws IOException {
        waits("new");

        assertThat(nextStart.take("controller.db", live)).isTrue();

        assertThat(live).hasContent("new");
        assertThat(state.resolve("controller.db-wal")).doesNotExist();
        assertThat(state.resolve("controller.db.before")).hasContent("old");
        assertThat(state.resolve("controller.db.before-wal")).hasContent("old log");
        assertThat(nextStart.take("controller.db", live)).isFalse();
    }

    @Test
    void whatWasReplacedComesBackWithItsLog() throws IOException {
        waits("new");
        nextStart.take("controller.db", live);

        nextStart.giveBack("controller.db", live);

        assertThat(live).hasContent("old");
        assertThat(state.resolve("controller.db-wal")).hasContent("old log");
        assertThat(nextStart.take("controller.db", live)).isFalse();
    }

    @Test
    void oneThatWasKilledBetweenTwoRenamesIsFinished() throws IOException {
        waits("new");
        // As it stands when the log has been renamed and nothing else.
        Files.writeString(
                state.resolve("next-start/controller.db.swap.json"),
                "{\"renames\": [%s, %s, %s], \"next\": 0, \"undoing\": false}"
                        .formatted(
                                step("controller.db-wal", "controller.db.before-wal"),
                                step("controller.db", "controller.db.before"),
                                step("next-start/controller.db", "controller.db")));
        Files.move(state.resolve("controller.db-wal"), state.resolve("controller.db.before-wal"));

        assertThat(nextStart.take("controller.db", live)).isTrue();

        assertThat(live).hasContent("new");
        assertThat(state.resolve("controller.db.before")).hasContent("old");
    }

    @Test
    void aSecondOneForgetsWhatTheFirstReplaced() throws IOException {
        waits("second");
        nextStart.take("controller.db", live);
        waits("third");
        nextStart.take("controller.db", live);

        assertThat(live).hasContent("third");
        assertThat(state.resolve("controller.db.before")).hasContent("second");
        assertThat(state.resolve("controller.db.before-wal")).doesNotExist();
    }

    private String step(String from, String to) {
        return "{\"from\": \"%s\", \"to\": \"%s\"}".formatted(state.resolve(from), state.resolve(to));
    }

    private void waits(String text) throws IOException {
        var place = nextStart.place("controller.db");
        Files.createDirectories(place.getParent());
        Files.writeString(place, text);
    }
}
