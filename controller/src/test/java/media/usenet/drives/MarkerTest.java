package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkerTest {

    private static final KnownSlot FILMS = Seen.slot("films", "uuid-1");

    @TempDir
    private Path drive;

    @Test
    void what_was_written_is_read_back() throws IOException {
        var marker = new Marker("ext4-uuid-1", "films", 3, "machine");
        marker.write(drive);
        assertThat(Marker.read(drive)).contains(marker);
    }

    @Test
    void a_drive_without_one_or_with_a_broken_one_has_none() throws IOException {
        assertThat(Marker.read(drive)).isEmpty();
        Files.writeString(drive.resolve(Marker.NAME), "{");
        assertThat(Marker.read(drive)).isEmpty();
    }

    @Test
    void the_slots_own_drive_meets_no_objection() {
        assertThat(objection("ext4-uuid-1", "films", 3)).isEmpty();
        // The controller ended between writing the drive and writing it down.
        assertThat(objection("ext4-uuid-1", "films", 4)).isEmpty();
    }

    @Test
    void an_old_image_is_behind() {
        assertThat(objection("ext4-uuid-1", "films", 2))
                .hasValueSatisfying(why -> assertThat(why).contains("1 mounts ago"));
    }

    @Test
    void a_drive_that_was_emptied_has_no_marker() {
        assertThat(Marker.objection(null, FILMS, known(FILMS))).isPresent();
    }

    @Test
    void another_slots_drive_is_not_this_ones() {
        assertThat(objection("ext4-uuid-1", "series", 3)).isPresent();
        assertThat(objection("ext4-uuid-9", "films", 3)).isPresent();
    }

    @Test
    void a_drive_that_was_just_added_may_have_any_past() {
        var added = FILMS.with(known(FILMS).atGeneration(0));
        assertThat(Marker.objection(new Marker("ext4-uuid-1", "old", 99, "other"), added, known(added)))
                .isEmpty();
    }

    private static Optional<String> objection(String id, String slot, long generation) {
        return Marker.objection(new Marker(id, slot, generation, "machine"), FILMS, known(FILMS));
    }

    private static Fingerprint known(KnownSlot slot) {
        return Objects.requireNonNull(slot.drive());
    }
}
