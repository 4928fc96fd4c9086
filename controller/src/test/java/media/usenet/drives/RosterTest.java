package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

class RosterTest {

    private static final KnownSlot FILMS = Seen.slot("films", "uuid-1");
    private static final KnownSlot MAIN = KnownSlot.of("main", EnumSet.of(Role.MEDIA), true, Path.of("/srv/my media"));

    @TempDir
    private Path folder;

    @Test
    void what_is_known_outlives_the_program() {
        var roster = roster();
        roster.put(FILMS.ejected(7));
        roster.put(MAIN);
        assertThat(roster().all()).containsExactly(FILMS.ejected(7), MAIN);
    }

    @Test
    void what_was_given_up_is_forgotten() {
        var roster = roster();
        roster.put(FILMS);
        roster.remove("films");
        assertThat(roster().all()).isEmpty();
    }

    @Test
    void what_a_person_asks_for_is_not_done_when_it_cannot_be_written() throws IOException {
        var roster = roster();
        roster.put(FILMS);
        unwritable();
        assertThatThrownBy(() -> roster.put(MAIN)).isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> roster.remove("films")).isInstanceOf(ProblemException.class);
        assertThat(roster.all()).containsExactly(FILMS);
    }

    @Test
    void what_the_program_notes_is_kept_in_mind_and_written_when_there_is_room() throws IOException {
        var roster = roster();
        roster.put(FILMS);
        unwritable();
        roster.note("films", slot -> slot.wanting(Wanted.UNMOUNTED));
        assertThat(roster.find("films")).map(KnownSlot::wanted).contains(Wanted.UNMOUNTED);
        assertThat(roster.unsaved()).isPresent();

        Files.delete(folder.resolve("state"));
        roster.retry();

        assertThat(roster.unsaved()).isEmpty();
        assertThat(roster().find("films")).map(KnownSlot::wanted).contains(Wanted.UNMOUNTED);
    }

    @Test
    void a_file_that_cannot_be_understood_is_never_overwritten() throws IOException {
        Files.createDirectories(folder.resolve("state"));
        Files.writeString(folder.resolve("state/drives.json"), "{\"version\": 1, ");
        assertThatThrownBy(this::roster)
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.FILE_NOT_READ));
    }

    private Roster roster() {
        return new Roster(
                folder.resolve("state/drives.json"), JsonMapper.builder().build());
    }

    /// A file stands where the folder was: not even root can write below it.
    private void unwritable() throws IOException {
        Files.delete(folder.resolve("state/drives.json"));
        Files.delete(folder.resolve("state"));
        Files.createFile(folder.resolve("state"));
    }
}
