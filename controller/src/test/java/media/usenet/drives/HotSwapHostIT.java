package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import media.usenet.drives.DriveEvent.Kind;
import media.usenet.drives.Eject.Manner;
import media.usenet.linux.LoopDrive;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Drives come and go under a running container, on the real kernel and the real engine.
class HotSwapHostIT {

    private static final Manner GENTLY = new Manner(false, Duration.ofMillis(200), true);
    private static final Manner BY_FORCE = new Manner(true, Duration.ZERO, true);

    private final Rig rig = new Rig();

    @AfterEach
    void undo() {
        rig.close();
    }

    @Test
    void a_drive_that_is_plugged_in_is_read_by_a_container_that_was_never_restarted() throws IOException {
        var box = rig.box("sleep 1000000");
        var drive = rig.added("films");
        Files.writeString(rig.place("films").resolve("hello"), "hello");
        assertThat(box.reads("films/hello")).isTrue();

        rig.yank(drive, "films");

        assertThat(box.reads("films/hello")).isFalse();
        assertThat(Files.exists(box.sees("films"))).isTrue();
        assertThat(box.runs("touch /pool/films/x")).contains("Read-only file system");
        assertThat(box.runs("cat /pool/films/hello")).contains("No such file or directory");

        drive.detach();
        rig.replug(drive);

        rig.untilState("films", SlotState.ONLINE);
        assertThat(box.runs("cat /pool/films/hello")).isEqualTo("hello");
        assertThat(box.neverRestarted()).isTrue();
        assertThat(rig.events())
                .extracting(DriveEvent::kind)
                .containsSubsequence(Kind.MOUNTED, Kind.YANKED, Kind.RETURNED);
    }

    @Test
    void a_new_drive_gets_its_marker_and_its_folders_before_containers_see_it() {
        var box = rig.box("while ! [ -e /pool/films ]; do :; done; ls -A /pool/films >/tmp/first; sleep 1000000");
        rig.added("films");
        assertThat(rig.place("films").resolve(Marker.NAME)).exists();
        assertThat(box.sees("films/media/movies")).isDirectory();
        assertThat(box.sees("films/downloads/incomplete")).isDirectory();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkfs.ext4 -q", "mkfs.xfs -q", "mkfs.btrfs -q"})
    void a_drive_comes_back_as_another_device_while_a_container_still_holds_its_old_files(String make)
            throws IOException {
        var drive = rig.added("films", make.split(" ", -1));
        Files.writeString(rig.place("films").resolve("hello"), "hello");
        rig.calls.sync(rig.place("films"));
        var box = rig.box("exec 5</pool/films/hello; sleep 1000000");
        Rig.until(
                "the container holds the file",
                () -> !rig.drives().who().holds(rig.slot("films")).holders().isEmpty());
        rig.yank(drive, "films");

        var back = rig.replug(drive);

        rig.untilState("films", SlotState.ONLINE);
        assertThat(back.name()).isNotEqualTo(drive.name());
        assertThat(box.runs("cat /pool/films/hello")).isEqualTo("hello");
        assertThat(box.neverRestarted()).isTrue();
    }

    @Test
    void an_idle_drive_is_ejected_and_comes_back_only_when_it_is_plugged_in_anew() throws IOException {
        var drive = rig.added("films");
        Files.writeString(rig.place("films").resolve("late"), "not synced by anyone");

        var outcome = rig.drives().eject().apply(rig.slot("films"), GENTLY);

        assertThat(outcome.safeToRemove()).isTrue();
        assertThat(rig.state("films")).isEqualTo(SlotState.EJECTED);
        assertThat(LoopDrive.run("e2fsck", "-fn", drive.device().toString())).doesNotContain("recovering");
        drive.announce("change");
        Rig.until(
                "the change was seen",
                () -> rig.drives().list().devices(true).devices().stream()
                        .anyMatch(device -> device.device().equals(drive.name())));
        assertThat(rig.state("films")).isEqualTo(SlotState.EJECTED);

        drive.detach();
        rig.replug(drive);

        rig.untilState("films", SlotState.ONLINE);
        assertThat(rig.place("films").resolve("late")).hasContent("not synced by anyone");
    }

    @Test
    void a_drive_in_use_is_not_ejected_and_its_users_are_named() {
        rig.added("films");
        var box = rig.box("exec 5>/pool/films/media/tv/open; sleep 1000000");
        Rig.until(
                "the container holds the file",
                () -> !rig.drives().who().holds(rig.slot("films")).holders().isEmpty());

        var outcome = rig.drives().eject().apply(rig.slot("films"), GENTLY);

        assertThat(outcome.safeToRemove()).isFalse();
        assertThat(outcome.holders()).anySatisfy(holder -> {
            assertThat(holder.container()).isEqualTo(box.name());
            assertThat(holder.path()).isEqualTo("media/tv/open");
            assertThat(holder.writes()).isTrue();
        });
        assertThat(rig.state("films")).isEqualTo(SlotState.ONLINE);
        assertThat(box.reads("films/media/tv/open")).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkfs.ext4 -q", "mkfs.xfs -q"})
    void a_drive_that_is_written_is_ejected_by_force_with_all_that_was_synced_and_a_clean_file_system(String make)
            throws IOException {
        var drive = rig.added("films", make.split(" ", -1));
        var box = rig.box("i=0; while i=$((i+1)); echo line $i >>/pool/films/log && sync /pool/films/log"
                + " && echo $i >/dev/shm/synced; do :; done; sleep 1000000");
        Rig.until("something was written", () -> synced(box) > 20);

        var outcome = rig.drives().eject().apply(rig.slot("films"), BY_FORCE);

        long synced = synced(box);
        assertThat(outcome.safeToRemove()).isTrue();
        if (make.startsWith("mkfs.ext4")) {
            assertThat(LoopDrive.run("e2fsck", "-fn", drive.device().toString()))
                    .doesNotContain("recovering");
        }
        drive.detach();
        var back = rig.replug(drive);
        rig.untilState("films", SlotState.ONLINE);
        assertThat(Files.readAllLines(rig.place("films").resolve("log"))).contains("line " + synced);
        assertThat(box.neverRestarted()).isTrue();
        if (make.startsWith("mkfs.xfs")) {
            // xfs leaves a record in its log for the next mount whenever it is shut down: clean is what follows on
            // that.
            rig.drives().eject().apply(rig.slot("films"), GENTLY);
            LoopDrive.run("xfs_repair", "-n", back.device().toString());
        }
    }

    @Test
    void of_two_drives_with_one_identity_neither_is_mounted_until_one_is_gone() throws IOException {
        var drive = rig.added("films");
        rig.yank(drive, "films");
        drive.detach();
        var image = rig.folder.resolve("copy.img");
        Files.copy(drive.image(), image);
        rig.stop();
        rig.replug(drive);
        var copy = LoopDrive.attached(image, rig.undo);

        rig.start();

        assertThat(rig.state("films")).isEqualTo(SlotState.CLONE);
        copy.detach();
        rig.untilState("films", SlotState.ONLINE);
    }

    @Test
    void an_old_image_of_a_drive_is_not_mounted_in_its_place() throws IOException {
        var drive = rig.added("films");
        rig.drives().eject().apply(rig.slot("films"), GENTLY);
        var old = rig.folder.resolve("old.img");
        Files.copy(drive.image(), old);
        drive.detach();
        var again = rig.replug(drive);
        rig.untilState("films", SlotState.ONLINE);
        rig.drives().eject().apply(rig.slot("films"), GENTLY);
        again.detach();

        LoopDrive.attached(old, rig.undo);

        rig.untilState("films", SlotState.CLONE);
        assertThat(rig.place("films")).isEmptyDirectory();
    }

    @Test
    void a_controller_that_starts_again_takes_over_what_is_mounted() throws IOException {
        rig.added("films");
        Files.writeString(rig.place("films").resolve("hello"), "hello");
        var box = rig.box("exec 5</pool/films/hello; sleep 1000000");
        rig.stop();

        rig.start();

        assertThat(rig.state("films")).isEqualTo(SlotState.ONLINE);
        assertThat(box.reads("films/hello")).isTrue();
        assertThat(rig.events())
                .filteredOn(event -> "films".equals(event.slot()))
                .extracting(DriveEvent::kind)
                .containsExactly(Kind.MOUNTED);
    }

    @Test
    void a_folder_that_is_ejected_by_force_leaves_the_file_system_that_it_lies_on_alone() throws IOException {
        var disk = rig.drive("disk", "mkfs.ext4", "-q");
        var folder = Files.createDirectories(rig.folder.resolve("mnt"));
        rig.calls.mount(disk.device().toString(), folder, "ext4", Set.of(), "");
        rig.drives().add().apply(new AddRequest(null, "raid", null, null, folder));
        var box = rig.box("exec 5>/pool/raid/media/tv/open; sleep 1000000");
        Rig.until(
                "the container holds the file",
                () -> !rig.drives().who().holds(rig.slot("raid")).holders().isEmpty());

        var outcome = rig.drives().eject().apply(rig.slot("raid"), BY_FORCE);

        assertThat(outcome.state()).isEqualTo(SlotState.UNMOUNTED.name());
        assertThat(box.reads("raid/media")).isFalse();
        assertThat(Files.writeString(folder.resolve("still"), "writable")).hasContent("writable");
    }

    @Test
    void what_the_kernel_names_is_refused_as_a_name() {
        var drive = rig.drive("new", "mkfs.ext4", "-q");
        rig.untilSeen(drive);
        for (var name : List.of(drive.name(), drive.device().toString())) {
            assertThatThrownBy(() -> rig.drives().add().apply(new AddRequest(name, "films", null, false, null)))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.problem()).isEqualTo(Problem.DRIVE_NOT_FOUND));
        }
    }

    private static long synced(Box box) {
        try {
            var text =
                    Files.readString(java.nio.file.Path.of("/proc", String.valueOf(box.pid()), "root/dev/shm/synced"));
            return text.isBlank() ? 0 : Long.parseLong(text.strip());
        } catch (IOException _) {
            return 0;
        }
    }
}
