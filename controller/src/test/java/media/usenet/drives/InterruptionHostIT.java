package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicLong;
import media.usenet.drives.Eject.Manner;
import media.usenet.linux.LoopDrive;
import media.usenet.storage.Mount;
import media.usenet.storage.Mounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Whatever is under way when a drive is pulled or the controller is killed: nothing is left halfway.
class InterruptionHostIT {

    private static final Manner GENTLY = new Manner(false, Duration.ofMillis(200), true);

    private final Rig rig = Rig.sweeping();

    @AfterEach
    void undo() {
        rig.close();
    }

    @Test
    void what_was_synced_before_the_pull_is_there_after_it() throws IOException {
        var drive = rig.added("films");
        var box = rig.box("i=0; while i=$((i+1)); do echo line $i >>/pool/films/log && sync /pool/films/log"
                + " && echo $i >/dev/shm/synced; done 2>/dev/null; sleep 1000000");
        Rig.until("something was written", () -> synced(box) > 20);

        // Without writing anything out first, as a hand does: FS_IOC_SHUTDOWN with EXT4_GOING_FLAGS_NOLOGFLUSH.
        rig.cutOff("films");
        drive.announce("remove");
        rig.untilState("films", SlotState.MISSING);
        long synced = synced(box);
        drive.detach();
        rig.replug(drive);

        rig.untilState("films", SlotState.ONLINE);
        assertThat(Files.readAllLines(rig.place("films").resolve("log"))).contains("line " + synced);
    }

    @Test
    void a_pull_while_a_container_writes_without_syncing_leaves_a_whole_file_system() throws IOException {
        var drive = rig.added("films");
        Files.writeString(rig.place("films").resolve("earlier"), "earlier");
        rig.calls.sync(rig.place("films"));
        var box = rig.box("while echo more >>/pool/films/log; do :; done 2>/dev/null; sleep 1000000");
        Rig.until("something was written", () -> Files.exists(box.sees("films/log")));

        rig.cutOff("films");
        drive.announce("remove");
        rig.untilState("films", SlotState.MISSING);
        drive.detach();
        rig.replug(drive);

        rig.untilState("films", SlotState.ONLINE);
        assertThat(rig.place("films").resolve("earlier")).hasContent("earlier");
        rig.drives().eject().apply(rig.slot("films"), new Manner(true, Duration.ZERO, true));
        assertThat(box.neverRestarted()).isTrue();
    }

    @Test
    void a_pull_while_a_container_reads_is_felt_by_its_reading_alone() throws IOException {
        var drive = rig.added("films");
        Files.write(rig.place("films").resolve("film"), new byte[4 << 20]);
        rig.calls.sync(rig.place("films"));
        var box = rig.box("while :; do cat /pool/films/film >/dev/null 2>&1; done");

        rig.yank(drive, "films");
        drive.detach();
        rig.replug(drive);

        rig.untilState("films", SlotState.ONLINE);
        assertThat(box.sees("films/film").toFile()).hasSize(4 << 20);
        assertThat(box.neverRestarted()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void a_controller_that_is_killed_on_the_way_to_a_mount_leaves_nothing_halfway(int calls) throws IOException {
        var drive = rig.added("films");
        Files.writeString(rig.place("films").resolve("hello"), "hello");
        rig.stop();
        rig.calls.unmount(rig.place("films"));
        rig.through(DyingCalls.after(rig.calls, calls));
        rig.start();
        rig.stop();

        rig.through(rig.calls);
        rig.start();

        assertThat(rig.state("films")).isEqualTo(SlotState.ONLINE);
        assertThat(rig.place("films").resolve("hello")).hasContent("hello");
        assertThat(mountsOf(drive)).isEqualTo(1);
        assertThat(rig.drives().eject().apply(rig.slot("films"), GENTLY).safeToRemove())
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3})
    void an_addition_that_is_killed_leaves_nothing_or_a_whole_slot(int calls) throws IOException {
        var drive = rig.drive("films", "mkfs.ext4", "-q");
        rig.stop();
        rig.through(DyingCalls.after(rig.calls, calls));
        rig.start();
        rig.untilSeen(drive);
        var _ = catchThrowable(() -> rig.add(drive, "films"));
        rig.stop();

        rig.through(rig.calls);
        rig.start();

        if (rig.drives().roster().find("films").isEmpty()) {
            assertThat(mountsOf(drive)).isZero();
            rig.add(drive, "films");
        }
        assertThat(rig.state("films")).isEqualTo(SlotState.ONLINE);
        assertThat(rig.place("films").resolve("media/movies")).isDirectory();
        assertThat(Marker.read(rig.place("films"))).isPresent();
        assertThat(mountsOf(drive)).isEqualTo(1);
    }

    @Test
    void a_pull_during_an_addition_leaves_nothing_or_a_missing_drive() throws Exception {
        for (int time = 0; time < 2; time++) {
            var slot = "films" + time;
            var drive = rig.drive(slot, "mkfs.ext4", "-q");
            rig.untilSeen(drive);
            var adding = CompletableFuture.supplyAsync(() -> catchThrowable(() -> rig.add(drive, slot)));
            drive.announce("remove");
            adding.join();
            drive.detach();
            Rig.until("it is settled", () -> mountsOf(drive) == 0);
            assertThat(rig.state(slot)).isIn(SlotState.MISSING, SlotState.UNMOUNTED, SlotState.FAILED);
            boolean added = rig.drives().roster().find(slot).isPresent();

            var back = rig.replug(drive);

            if (!added) {
                rig.add(back, slot);
            }
            rig.untilState(slot, SlotState.ONLINE);
            assertThat(rig.place(slot).resolve("media/movies")).isDirectory();
        }
    }

    @Test
    void a_pull_during_an_ejection_ends_in_a_slot_that_comes_back() throws Exception {
        for (int time = 0; time < 2; time++) {
            var slot = "films" + time;
            var drive = rig.added(slot);
            Files.write(rig.place(slot).resolve("large"), new byte[8 << 20]);
            var ejecting = CompletableFuture.supplyAsync(
                    () -> catchThrowable(() -> rig.drives().eject().apply(rig.slot(slot), GENTLY)));
            drive.announce("remove");
            ejecting.join();
            Rig.until(
                    "it is settled",
                    () -> rig.state(slot) == SlotState.MISSING || rig.state(slot) == SlotState.EJECTED);
            drive.detach();

            rig.replug(drive);

            rig.untilState(slot, SlotState.ONLINE);
        }
    }

    @Test
    void with_a_full_disk_a_drive_comes_back_and_what_is_known_of_it_is_written_when_there_is_room()
            throws IOException {
        var drive = rig.added("films");
        rig.stop();
        var state = rig.folder.resolve("state");
        var kept = Files.readString(state.resolve("drives.json"));
        LoopDrive.run("mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", state.toString());
        rig.undo.later(() -> LoopDrive.run("umount", "-l", state.toString()));
        Files.writeString(state.resolve("drives.json"), kept);
        Files.createDirectory(state.resolve("main"));
        rig.start();
        rig.untilState("films", SlotState.ONLINE);
        var filling = state.resolve("filling");
        var _ = catchThrowable(() -> Files.write(filling, new byte[1 << 20]));
        var before = Files.readString(state.resolve("drives.json"));

        rig.yank(drive, "films");
        drive.detach();
        rig.replug(drive);

        rig.untilState("films", SlotState.ONLINE);
        Rig.until("it is told", () -> rig.findings().contains("STATE_NOT_SAVED"));
        assertThat(state.resolve("drives.json")).hasContent(before);
        Files.delete(filling);
        Rig.until("it is written", () -> !rig.findings().contains("STATE_NOT_SAVED"));
        assertThat(Files.readString(state.resolve("drives.json"))).isNotEqualTo(before);
    }

    @Test
    void a_clock_that_jumps_changes_nothing() throws IOException {
        rig.stop();
        var seconds = new AtomicLong(1_000_000_000);
        // Every time it is asked, a year has passed, forth and back.
        rig.at(() -> Instant.ofEpochSecond(seconds.updateAndGet(now -> now > 1_500_000_000 ? 1 : now + 31_536_000)));
        rig.start();
        var drive = rig.added("films");

        for (int time = 0; time < 4; time++) {
            rig.yank(drive, "films");
            drive.detach();
            drive = rig.replug(drive);
            rig.untilState("films", SlotState.ONLINE);
        }

        rig.yank(drive, "films");
        drive.detach();
        rig.replug(drive);
        rig.untilState("films", SlotState.FLAPPING);
        assertThat(rig.events()).extracting(DriveEvent::millis).allMatch(millis -> millis >= 0 && millis < 60_000);
    }

    private static long mountsOf(LoopDrive drive) {
        return new Mounts(Path.of("/proc/self/mountinfo"))
                .all().stream()
                        .map(Mount::source)
                        .filter(drive.device().toString()::equals)
                        .count();
    }

    private static long synced(Box box) {
        try {
            var text = Files.readString(Path.of("/proc", String.valueOf(box.pid()), "root/dev/shm/synced"));
            return text.isBlank() ? 0 : Long.parseLong(text.strip());
        } catch (IOException _) {
            return 0;
        }
    }
}
