package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import media.usenet.drives.DriveEvent.Kind;
import media.usenet.drives.Eject.Manner;
import media.usenet.problem.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Drives that fail, hang or are full: what becomes of their slots, and that the others do not feel it.
class BrokenDriveHostIT {

    private static final Manner GENTLY = new Manner(false, Duration.ofMillis(200), true);

    private final Rig rig = Rig.sweeping();

    @AfterEach
    void undo() {
        rig.close();
    }

    @Test
    void a_drive_that_answers_with_errors_is_let_go_of_and_the_others_stay() throws IOException {
        var fragile = new FragileFolder(rig);
        fragile.added("films");
        rig.added("music");
        Files.writeString(rig.place("films").resolve("hello"), "hello");
        var box = rig.box("while :; do cat /pool/films/hello; sync /pool/films; done >/dev/null 2>&1");
        rig.calls.sync(rig.place("films"));
        assertThat(box.reads("films/hello")).isTrue();

        fragile.breaks();

        // The container reads it all the time, which is what makes the next round try it.
        write(rig.place("films").resolve("more"));
        rig.untilState("films", SlotState.FAILED);
        assertThat(box.runs("cat /pool/films/hello")).contains("No such file or directory");
        assertThat(rig.findings()).contains("DRIVE_FAILED");
        assertThat(rig.because("films")).isNotEqualTo("null");
        assertThat(rig.state("music")).isEqualTo(SlotState.ONLINE);
        assertThat(box.reads("music/" + Marker.NAME)).isTrue();
        assertThat(box.neverRestarted()).isTrue();
    }

    @Test
    void an_error_that_the_file_system_noted_makes_the_slot_read_only() throws IOException {
        var drive = rig.added("films");
        Files.writeString(rig.place("films").resolve("hello"), "hello");
        var box = rig.box("sleep 1000000");

        Files.writeString(Path.of("/sys/fs/ext4", drive.name(), "trigger_fs_error"), "a test");

        rig.untilState("films", SlotState.READONLY);
        assertThat(rig.findings()).contains("DRIVE_READ_ONLY");
        assertThat(box.runs("cat /pool/films/hello")).isEqualTo("hello");
        assertThat(box.runs("touch /pool/films/x")).contains("Read-only file system");
    }

    @Test
    void while_a_drive_hangs_everything_else_answers_and_it_goes_on_when_it_answers_again() throws IOException {
        var fragile = new FragileFolder(rig);
        fragile.added("films");
        var music = rig.added("music");
        rig.box("exec 5>>/pool/films/log; while :; do date >&5; sync /pool/films/log; done");
        Rig.until("something was written", () -> Files.exists(rig.place("films").resolve("log")));

        fragile.hangs();

        var refusal = Rig.refusal(() -> rig.drives().eject().apply(rig.slot("films"), GENTLY));
        assertThat(refusal.problem()).isEqualTo(Problem.DRIVE_HANGS);
        long start = System.nanoTime();
        assertThat(rig.drives().list().slots().slots()).hasSize(3);
        assertThat(rig.drives().status().report().states()).containsEntry(SlotState.EJECTING, 1);
        rig.yank(music, "music");
        music.detach();
        var back = rig.replug(music);
        rig.untilState("music", SlotState.ONLINE);
        assertThat(rig.drives().eject().apply(rig.slot("music"), GENTLY).safeToRemove())
                .isTrue();
        assertThat(back.name()).isNotNull();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
        assertThat(hangingReads()).isLessThanOrEqualTo(1);

        fragile.goesOn();

        // The ejection that was begun finds the container at work, and leaves the drive to it.
        rig.untilState("films", SlotState.ONLINE);
        assertThat(rig.findings()).isEmpty();
    }

    @Test
    void a_drive_that_hangs_is_named_when_all_are_to_be_synced_and_the_others_are() throws IOException {
        var fragile = new FragileFolder(rig);
        fragile.added("films");
        var music = rig.added("music");
        Files.write(rig.place("films").resolve("large"), new byte[8 << 20]);
        var song = "a song that is in nobody's cache alone";
        Files.writeString(rig.place("music").resolve("song"), song);
        fragile.hangs();

        var refusal = Rig.refusal(() -> rig.drives().commands().sync(List.of(rig.slot("films"), rig.slot("music"))));

        assertThat(refusal.problem()).isEqualTo(Problem.DRIVE_HANGS);
        assertThat(refusal.detail()).contains("films").contains("2 s");
        assertThat(Files.readString(music.image(), StandardCharsets.ISO_8859_1)).contains(song);
        fragile.goesOn();
    }

    @Test
    void a_drive_that_hangs_can_be_pulled() throws IOException {
        var fragile = new FragileFolder(rig);
        var drive = fragile.added("films");
        Files.write(rig.place("films").resolve("large"), new byte[8 << 20]);

        fragile.hangs();

        drive.announce("remove");
        rig.untilState("films", SlotState.MISSING);
        assertThat(rig.place("films")).isEmptyDirectory();
        fragile.goesOn();
    }

    @Test
    void a_full_drive_is_told_of_and_comes_back_although_its_marker_cannot_be_moved_on() throws IOException {
        var drive = rig.added("films");
        var box = rig.box("sleep 1000000");
        assertThat(box.runs("(cat /dev/zero >/pool/films/fill)")).contains("No space left on device");
        assertThat(rig.state("films")).isEqualTo(SlotState.ONLINE);
        assertThat(rig.findings()).contains("DRIVE_FULL");

        rig.yank(drive, "films");
        drive.detach();
        rig.replug(drive);

        rig.untilState("films", SlotState.ONLINE);
        assertThat(Marker.read(rig.place("films"))).isPresent();
        assertThat(rig.events()).extracting(DriveEvent::kind).doesNotContain(Kind.FAILED);
    }

    @Test
    void a_drive_without_inodes_left_stays_and_comes_back() throws IOException {
        var drive = rig.added("films", "mkfs.ext4", "-q", "-N", "64");
        var box = rig.box("sleep 1000000");
        assertThat(box.runs("(i=0; while i=$((i+1)); do : >/pool/films/$i; done)"))
                .contains("No space left");
        assertThat(rig.state("films")).isEqualTo(SlotState.ONLINE);

        rig.yank(drive, "films");
        drive.detach();
        rig.replug(drive);

        rig.untilState("films", SlotState.ONLINE);
        assertThat(rig.because("films")).isEqualTo("null");
    }

    private static void write(Path file) {
        try {
            Files.writeString(file, "more");
        } catch (IOException _) {
            // The drive is broken.
        }
    }

    private static long hangingReads() {
        return Thread.getAllStackTraces().values().stream()
                .filter(trace -> java.util.Arrays.stream(trace)
                        .anyMatch(frame -> frame.getMethodName().equals("tryReading")))
                .count();
    }
}
