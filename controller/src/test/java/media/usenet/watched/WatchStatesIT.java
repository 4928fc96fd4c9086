package media.usenet.watched;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import media.usenet.apps.StandInJellyfin;
import media.usenet.database.Backend;
import media.usenet.database.Database;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.watched.Carrying.Stage;
import media.usenet.watched.Fate.Taken;
import media.usenet.watched.Players.InStack;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class WatchStatesIT {

    private static final String PLAN = "p-1";
    private static final Path OLD = Path.of("/pool/films/Sintel/Sintel.720p.mkv");
    private static final Path KEPT = Path.of("/pool/films/Sintel/Sintel.2160p.mkv");
    private static final Map<String, String> SINTEL = Map.of("Imdb", "tt1727587", "Tmdb", "45745");
    private static final Map<String, Object> SEEN_TWICE =
            Map.of("Played", true, "PlayCount", 2L, "LastPlayedDate", "2024-05-06T07:08:09.1234567Z");
    private static final long TEN_MINUTES_TICKS = 6_000_000_000L;

    @TempDir
    private Path folder;

    private final StandInJellyfin jellyfin = new StandInJellyfin();
    private Database database;
    private WatchStates states;

    @BeforeEach
    void two_files_of_one_film() {
        jellyfin.user("u1", "Ada")
                .user("u2", "Bob")
                .item("old", SINTEL, OLD.toString())
                .item("kept", SINTEL, KEPT.toString());
        database = Database.at(Backend.SQLITE.address(folder), true);
        states = states();
    }

    @AfterEach
    void end() {
        database.close();
        jellyfin.close();
    }

    private WatchStates states() {
        var application = new InStack("jellyfin", jellyfin::player, (path, here) -> path.equals(here.toString() + "/"));
        return new WatchStates(() -> List.of(application), database);
    }

    private void read() {
        states.reader(PLAN).read(1, OLD, KEPT);
    }

    private Carrying carried() {
        read();
        return settled(Taken.YES);
    }

    private Carrying settled(Taken taken) {
        states.settle(_ -> taken);
        return states.of(PLAN).getFirst();
    }

    @Test
    void what_a_user_watched_is_carried_to_what_is_kept_and_nobody_elses_is_touched() {
        jellyfin.watched("old", "u1", SEEN_TWICE);

        var carrying = carried();

        assertThat(carrying.stage()).isEqualTo(Stage.CARRIED);
        assertThat(carrying.text()).isEqualTo("jellyfin: what Ada watched was carried");
        assertThat(jellyfin.state("kept", "u1"))
                .containsEntry("Played", true)
                .containsEntry("PlayCount", 2L)
                .containsEntry("LastPlayedDate", "2024-05-06T07:08:09Z");
        assertThat(jellyfin.state("kept", "u2")).containsEntry("Played", false);
        assertThat(jellyfin.changes()).hasSize(1);
    }

    @Test
    void half_watched_and_favourite_are_carried_too() {
        jellyfin.watched("old", "u1", Map.of("PlaybackPositionTicks", TEN_MINUTES_TICKS))
                .watched("old", "u2", Map.of("IsFavorite", true));

        assertThat(carried().stage()).isEqualTo(Stage.CARRIED);

        assertThat(jellyfin.state("kept", "u1")).containsEntry("PlaybackPositionTicks", TEN_MINUTES_TICKS);
        assertThat(jellyfin.state("kept", "u2")).containsEntry("IsFavorite", true);
    }

    @Test
    void nothing_that_is_known_of_what_is_kept_is_taken_from_it() {
        jellyfin.watched("old", "u1", Map.of("PlaybackPositionTicks", TEN_MINUTES_TICKS, "IsFavorite", true))
                .watched("kept", "u1", SEEN_TWICE);

        carried();

        assertThat(jellyfin.state("kept", "u1"))
                .containsEntry("Played", true)
                .containsEntry("PlayCount", 2L)
                .containsEntry("PlaybackPositionTicks", 0L)
                .containsEntry("IsFavorite", true);
    }

    @Test
    void what_was_watched_of_the_kept_file_goes_nowhere() {
        jellyfin.watched("kept", "u1", SEEN_TWICE);

        assertThat(carried().text()).isEqualTo("jellyfin: nothing to carry; nobody has watched it");
        assertThat(jellyfin.changes()).isEmpty();
        assertThat(jellyfin.state("old", "u1")).containsEntry("Played", false);
    }

    @Test
    void versions_of_one_item_have_one_state() {
        jellyfin.forgetsItem("kept");
        jellyfin.item("old", SINTEL, OLD.toString(), KEPT.toString()).watched("old", "u1", SEEN_TWICE);

        assertThat(carried().text()).contains("versions of one item");
        assertThat(jellyfin.changes()).isEmpty();
    }

    @Test
    void works_that_no_number_joins_are_left_apart() {
        jellyfin.item("kept", Map.of(), KEPT.toString()).watched("old", "u1", SEEN_TWICE);

        var carrying = carried();

        assertThat(carrying.stage()).isEqualTo(Stage.LEFT);
        assertThat(carrying.text()).contains("Ada", "no database's number is known of what is kept");
        assertThat(jellyfin.changes()).isEmpty();
    }

    @Test
    void works_of_two_numbers_are_left_apart_though_another_number_agrees() {
        jellyfin.item("kept", Map.of("Imdb", "tt1727587", "Tmdb", "1"), KEPT.toString())
                .watched("old", "u1", SEEN_TWICE);

        var carrying = carried();

        assertThat(carrying.stage()).isEqualTo(Stage.LEFT);
        assertThat(carrying.text()).contains("no one work");
        assertThat(jellyfin.changes()).isEmpty();
    }

    @Test
    void a_user_who_is_gone_is_named_and_the_others_get_theirs() {
        jellyfin.watched("old", "u1", SEEN_TWICE).watched("old", "u2", SEEN_TWICE);
        read();
        jellyfin.userLeaves("u2");

        var carrying = settled(Taken.YES);

        assertThat(carrying.stage()).isEqualTo(Stage.CARRIED);
        assertThat(carrying.text()).contains("what Ada watched was carried; Bob: is gone");
        assertThat(jellyfin.state("kept", "u1")).containsEntry("Played", true);
    }

    @Test
    void an_application_that_does_not_answer_waits_and_is_asked_again_after_the_file_is_gone() {
        jellyfin.watched("old", "u1", SEEN_TWICE);
        jellyfin.down(true);
        assertThat(carried().stage()).isEqualTo(Stage.UNREAD);
        assertThat(states.of(PLAN).getFirst().text()).contains("not known yet", "jellyfin answers 503");

        jellyfin.down(false);
        states = states();

        assertThat(settled(Taken.YES).stage()).isEqualTo(Stage.CARRIED);
        assertThat(jellyfin.state("kept", "u1")).containsEntry("Played", true);
    }

    @Test
    void what_an_application_forgot_before_it_could_be_asked_is_said_to_be_lost() {
        jellyfin.watched("old", "u1", SEEN_TWICE);
        jellyfin.down(true);
        carried();
        jellyfin.down(false);
        jellyfin.forgetsItem("old");

        assertThat(settled(Taken.YES).text())
                .isEqualTo("jellyfin: what people watched was not carried; it gave no answer in time, and no longer"
                        + " knows the file");
    }

    @Test
    void applications_that_nobody_can_name_wait_until_somebody_can() {
        jellyfin.watched("old", "u1", SEEN_TWICE);
        var nobody = new WatchStates(
                () -> {
                    throw new ProblemException(Problem.DOCKER_UNREACHABLE, "Docker does not answer", "start it");
                },
                database);
        nobody.reader(PLAN).read(1, OLD, KEPT);
        nobody.settle(_ -> Taken.YES);
        assertThat(states.of(PLAN)).singleElement().satisfies(one -> {
            assertThat(one.stage()).isEqualTo(Stage.UNREAD);
            assertThat(one.text()).contains("Docker does not answer");
        });

        assertThat(settled(Taken.YES).stage()).isEqualTo(Stage.CARRIED);
        assertThat(states.of(PLAN)).hasSize(1);
    }

    @Test
    void what_is_kept_and_not_yet_known_waits_for_it() {
        jellyfin.watched("old", "u1", SEEN_TWICE);
        jellyfin.forgetsItem("kept");
        assertThat(carried().text()).contains("waits to be carried", "does not know what is kept yet");

        jellyfin.forgetsItem("old");
        jellyfin.item("kept", SINTEL, KEPT.toString());

        assertThat(settled(Taken.YES).stage()).isEqualTo(Stage.CARRIED);
        assertThat(jellyfin.state("kept", "u1")).containsEntry("PlayCount", 2L);
    }

    @Test
    void a_file_that_stayed_leaves_nothing_behind_and_one_on_a_drive_that_is_away_waits() {
        jellyfin.watched("old", "u1", SEEN_TWICE);
        read();
        assertThat(settled(Taken.UNKNOWN).stage()).isEqualTo(Stage.READ);

        states.settle(_ -> Taken.NO);

        assertThat(states.of(PLAN)).isEmpty();
        assertThat(jellyfin.changes()).isEmpty();
    }

    @Test
    void a_kill_at_any_change_is_gone_on_from_and_undone_whole() {
        jellyfin.watched("old", "u1", SEEN_TWICE).watched("old", "u2", SEEN_TWICE);
        jellyfin.watched("kept", "u2", Map.of("PlayCount", 1L, "Played", true));
        read();
        var changes = new ArrayList<String>();
        jellyfin.onChange(change -> {
            changes.add(change);
            jellyfin.down(changes.size() == 2);
        });
        assertThat(settled(Taken.YES).stage()).isEqualTo(Stage.READ);
        jellyfin.onChange(_ -> {});
        jellyfin.down(false);

        states = states();
        assertThat(settled(Taken.YES).stage()).isEqualTo(Stage.CARRIED);
        assertThat(jellyfin.state("kept", "u2")).containsEntry("PlayCount", 2L);

        states.undo(PLAN, List.of(1));

        assertThat(states.of(PLAN).getFirst().stage()).isEqualTo(Stage.TAKEN_BACK);
        assertThat(jellyfin.state("kept", "u1"))
                .containsEntry("Played", false)
                .containsEntry("PlayCount", 0L)
                .doesNotContainKey("LastPlayedDate");
        assertThat(jellyfin.state("kept", "u2")).containsEntry("Played", true).containsEntry("PlayCount", 1L);
    }

    @Test
    void undo_leaves_what_came_after_and_gives_the_file_that_is_back_what_was_forgotten_of_it() {
        jellyfin.watched("old", "u1", SEEN_TWICE);
        carried();
        jellyfin.watched("kept", "u1", Map.of("PlayCount", 3L, "LastPlayedDate", "2026-01-01T00:00:00Z"));
        jellyfin.forgetsItem("old");

        states.undo(PLAN, List.of(1));
        assertThat(states.of(PLAN).getFirst().text())
                .contains("waits to be taken back", "does not know the file again yet");
        assertThat(jellyfin.state("kept", "u1")).containsEntry("Played", true);

        jellyfin.item("old", SINTEL, OLD.toString());
        assertThat(settled(Taken.NO).stage()).isEqualTo(Stage.TAKEN_BACK);
        assertThat(jellyfin.state("old", "u1")).containsEntry("Played", true).containsEntry("PlayCount", 2L);
        assertThat(jellyfin.state("kept", "u1"))
                .containsEntry("Played", false)
                .containsEntry("PlayCount", 3L)
                .containsEntry("LastPlayedDate", "2026-01-01T00:00:00Z");
    }

    @Test
    void a_plan_that_is_applied_again_before_all_was_taken_back_still_knows_what_was_there_first() {
        jellyfin.watched("old", "u1", SEEN_TWICE);
        carried();
        jellyfin.down(true);
        states.undo(PLAN, List.of(1));
        assertThat(states.of(PLAN).getFirst().stage()).isEqualTo(Stage.UNDOING);
        jellyfin.down(false);

        assertThat(carried().stage()).isEqualTo(Stage.CARRIED);
        states.undo(PLAN, List.of(1));

        assertThat(jellyfin.state("kept", "u1")).containsEntry("Played", false).containsEntry("PlayCount", 0L);
    }

    @Test
    void before_10_9_what_cannot_be_written_is_told() {
        jellyfin.version("10.8.13")
                .watched("old", "u1", SEEN_TWICE)
                .watched("old", "u2", Map.of("IsFavorite", true, "PlaybackPositionTicks", TEN_MINUTES_TICKS));

        var carrying = carried();

        assertThat(carrying.stage()).isEqualTo(Stage.CARRIED);
        assertThat(carrying.text()).contains("Ada: the application did not take all of it", "Bob: the application");
        assertThat(jellyfin.state("kept", "u1")).containsEntry("Played", true);
        assertThat(jellyfin.state("kept", "u2")).containsEntry("IsFavorite", true);

        states.undo(PLAN, List.of(1));
        assertThat(jellyfin.state("kept", "u1")).containsEntry("Played", false);
        assertThat(jellyfin.state("kept", "u2")).containsEntry("IsFavorite", false);
    }

    @ParameterizedTest
    @EnumSource
    void the_journal_is_kept_in_either_database(Backend backend) {
        try (var other = Database.at(backend.address(folder.resolve("other")), true)) {
            jellyfin.watched("old", "u1", SEEN_TWICE);
            var there = new WatchStates(
                    () -> List.of(new InStack("jellyfin", jellyfin::player, (path, here) -> path.equals(here + "/"))),
                    other);
            there.reader(PLAN).read(1, OLD, KEPT);
            assertThat(there.settle(_ -> Taken.YES)).extracting(Carrying::stage).containsExactly(Stage.CARRIED);
            assertThat(there.settle(_ -> Taken.YES)).isEmpty();
        }
    }

    @Test
    void what_is_watched_is_not_read_of_a_file_that_it_does_not_know() {
        var other = Path.of("/pool/films/Sintel/Other.mkv");
        states.reader(PLAN).read(1, other, KEPT);
        assertThat(states.of(PLAN).getFirst().text())
                .isEqualTo("jellyfin: nothing to carry; it does not know the file");
        assertThat(states.settle(_ -> Taken.YES)).isEmpty();
    }
}
