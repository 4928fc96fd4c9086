package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.stream.IntStream;
import media.usenet.linux.LoopDrive;
import media.usenet.pool.PoolRemoval;
import media.usenet.problem.Problem;
import media.usenet.storage.BlockDevices;
import media.usenet.superblock.SuperblockProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/// Many drives, drives that look like others, and other people's hands on the same machine.
class CrowdHostIT {

    private final Rig rig = Rig.sweeping();

    @AfterEach
    void undo() {
        rig.close();
    }

    @Test
    void eight_drives_that_go_and_come_at_once_are_all_back_where_they_were() throws IOException {
        var slots = IntStream.range(0, 8).mapToObj(number -> "slot" + number).toList();
        var drives = new ArrayList<LoopDrive>();
        for (var slot : slots) {
            drives.add(rig.added(slot));
            Files.writeString(rig.place(slot).resolve("mine"), slot);
            rig.calls.sync(rig.place(slot));
        }
        var box = rig.box("sleep 1000000");

        for (var slot : slots) {
            rig.calls.shutDown(rig.place(slot));
        }
        for (var drive : drives) {
            drive.announce("remove");
        }
        slots.forEach(slot -> rig.untilState(slot, SlotState.MISSING));
        for (var drive : drives) {
            drive.detach();
        }
        drives.reversed().forEach(rig::replug);

        slots.forEach(slot -> rig.untilState(slot, SlotState.ONLINE));
        for (var slot : slots) {
            assertThat(box.sees(slot).resolve("mine")).hasContent(slot);
        }
    }

    @Test
    void two_drives_that_swapped_their_ports_are_back_in_their_own_slots() throws IOException {
        var films = rig.added("films");
        var music = rig.added("music");
        Files.writeString(rig.place("films").resolve("mine"), "films");
        Files.writeString(rig.place("music").resolve("mine"), "music");
        rig.yank(films, "films");
        rig.yank(music, "music");
        films.detach();
        music.detach();

        attach(films.device(), music.image());
        attach(music.device(), films.image());

        rig.untilState("films", SlotState.ONLINE);
        rig.untilState("music", SlotState.ONLINE);
        assertThat(rig.place("films").resolve("mine")).hasContent("films");
        assertThat(rig.place("music").resolve("mine")).hasContent("music");
    }

    @Test
    void a_drive_that_is_out_and_in_again_at_once_under_its_old_name_is_mounted_anew() throws IOException {
        var drive = rig.added("films");
        Files.writeString(rig.place("films").resolve("hello"), "hello");
        rig.calls.sync(rig.place("films"));
        var box = rig.box("exec 5</pool/films/hello; sleep 1000000");
        var mounted = rig.drives().who();
        Rig.until(
                "the container holds the file",
                () -> !mounted.holds(rig.slot("films")).holders().isEmpty());
        long before = device("films");

        rig.calls.shutDown(rig.place("films"));
        drive.announce("remove");
        // Held by the dead file system, the device stays as it is; what is plugged in gets another one.
        var back = rig.replug(drive);
        drive.announce("remove");

        rig.untilState("films", SlotState.ONLINE);
        Rig.until(
                "the container reads it",
                () -> box.runs("cat /pool/films/hello").equals("hello"));
        assertThat(device("films")).isNotEqualTo(before);
        assertThat(rig.drives().board().status("films").orElseThrow().device()).isEqualTo(back.name());
    }

    @Test
    void another_medium_under_the_same_name_takes_the_place_of_the_one_that_was_pulled() throws IOException {
        var drive = rig.added("films");
        var image = drive.image();
        Files.writeString(rig.place("films").resolve("hello"), "hello");
        rig.calls.sync(rig.place("films"));
        long sequence = sequence(drive);

        rig.calls.shutDown(rig.place("films"));
        drive.announce("remove");
        rig.untilState("films", SlotState.MISSING);
        drive.detach();
        attach(drive.device(), image);

        rig.untilState("films", SlotState.ONLINE);
        assertThat(sequence(drive)).isGreaterThan(sequence);
        assertThat(rig.place("films").resolve("hello")).hasContent("hello");
    }

    @Test
    void a_drive_that_comes_and_goes_is_left_alone_until_someone_asks_for_it() throws IOException {
        var drive = rig.added("films");
        for (int time = 0; time < 5; time++) {
            rig.untilState("films", SlotState.ONLINE);
            rig.yank(drive, "films");
            drive.detach();
            drive = rig.replug(drive);
        }

        rig.untilState("films", SlotState.FLAPPING);
        assertThat(rig.findings()).contains("DRIVE_FLAPPING");
        assertThat(rig.place("films")).isEmptyDirectory();

        rig.drives().commands().mount(rig.slot("films"));

        assertThat(rig.state("films")).isEqualTo(SlotState.ONLINE);
    }

    @Test
    void a_drive_with_the_same_label_and_another_uuid_is_not_taken_for_the_slots() throws IOException {
        var films = rig.added("films");
        rig.yank(films, "films");
        films.detach();

        var other = rig.drive("other", "mkfs.ext4", "-q", "-L", "films");

        rig.untilSeen(other);
        assertThat(rig.state("films")).isEqualTo(SlotState.MISSING);
        rig.replug(films);
        rig.untilState("films", SlotState.ONLINE);
        assertThat(Rig.refusal(() -> rig.drives().names().device("films-")).problem())
                .isEqualTo(Problem.DRIVE_NOT_FOUND);
    }

    @Test
    void a_copy_of_a_mounted_drive_is_left_alone_and_told_of() throws IOException {
        var drive = rig.added("films");
        var copy = copied(drive);

        rig.untilSeen(copy);

        Rig.until("the copy is told of", () -> rig.because("films").contains("another drive has its identity"));
        assertThat(rig.state("films")).isEqualTo(SlotState.ONLINE);
        assertThat(rig.drives().board().status("films").orElseThrow().device()).isEqualTo(drive.name());
        assertThat(rig.refusal(copy, "other").getMessage()).contains("one is a copy");
    }

    @Test
    void of_a_drive_and_its_copy_that_both_come_back_neither_is_mounted() throws IOException {
        var drive = rig.added("films");
        rig.yank(drive, "films");
        drive.detach();
        var image = rig.folder.resolve("copy.img");
        Files.copy(drive.image(), image);
        rig.replug(drive);
        rig.untilState("films", SlotState.ONLINE);
        rig.stop();
        LoopDrive.run("umount", rig.place("films").toString());

        LoopDrive.attached(image, rig.undo);
        rig.start();

        assertThat(rig.state("films")).isEqualTo(SlotState.CLONE);
        assertThat(rig.findings()).contains("DRIVE_IS_A_COPY");
        assertThat(rig.place("films")).isEmptyDirectory();
    }

    @Test
    void a_flood_of_announcements_loses_no_drive() throws IOException {
        var drive = rig.added("films");
        rig.yank(drive, "films");
        drive.detach();
        var other = rig.drive("other", "mkfs.ext4", "-q");

        for (int time = 0; time < 2_000; time++) {
            other.announce("change");
        }
        rig.replug(drive);

        rig.untilState("films", SlotState.ONLINE);
    }

    @Test
    void a_drive_of_which_nothing_was_announced_is_overlooked_only_until_the_next_round() throws IOException {
        var deaf = new Attendance(new BlockDevices(Path.of("/sys")), new SuperblockProbe(), Path.of("/dev"));
        var drive = rig.drive("films", "mkfs.ext4", "-q");
        assertThat(deaf.overlooked()).contains(drive.name());

        deaf.look(drive.name());

        assertThat(deaf.overlooked()).doesNotContain(drive.name());
        drive.detach();
        assertThat(deaf.overlooked()).contains(drive.name());
        deaf.look(drive.name());
        assertThat(deaf.find(drive.name())).isEmpty();
        assertThat(deaf.overlooked()).doesNotContain(drive.name());
    }

    @Test
    void a_drive_that_goes_while_it_is_looked_at_is_gone_whatever_was_read() throws Exception {
        var drive = rig.drive("films", "mkfs.ext4", "-q");
        var dev = Files.createDirectory(rig.folder.resolve("dev"));
        LoopDrive.run("mkfifo", dev.resolve(drive.name()).toString());
        var attendance = new Attendance(new BlockDevices(Path.of("/sys")), new SuperblockProbe(), dev);
        // To open a pipe takes as long as nobody writes into it, as a drive that does not answer does.
        var look = Thread.ofPlatform().start(() -> attendance.look(drive.name()));
        Rig.until(
                "it is being opened",
                () -> Arrays.stream(look.getStackTrace())
                        .anyMatch(frame -> frame.getMethodName().startsWith("open")));

        attendance.gone(drive.name());
        Files.newOutputStream(dev.resolve(drive.name())).close();
        look.join();

        assertThat(attendance.find(drive.name())).isEmpty();
    }

    @Test
    void what_someone_unmounts_by_hand_is_mounted_again() throws IOException {
        rig.added("films");
        Files.writeString(rig.place("films").resolve("hello"), "hello");
        var box = rig.box("sleep 1000000");

        LoopDrive.run("umount", rig.place("films").toString());

        Rig.until("it is mounted again", () -> box.reads("films/hello"));
        assertThat(rig.state("films")).isEqualTo(SlotState.ONLINE);
    }

    @Test
    void a_new_drive_that_something_else_has_mounted_already_is_refused_with_what_to_do() throws IOException {
        var drive = rig.drive("films", "mkfs.ext4", "-q");
        rig.untilSeen(drive);
        var elsewhere = mountedElsewhere(drive);

        var refusal = rig.refusal(drive, "films");

        assertThat(refusal.problem()).isEqualTo(Problem.DRIVE_NOT_ELIGIBLE);
        assertThat(refusal.getMessage()).contains("mounted at " + elsewhere);
        assertThat(refusal.remedy()).contains("unmount it there");
    }

    @Test
    void a_slots_drive_that_a_desktop_mounts_first_is_in_its_slot_all_the_same() throws IOException {
        var drive = rig.added("films");
        Files.writeString(rig.place("films").resolve("hello"), "hello");
        rig.stop();
        rig.calls.unmount(rig.place("films"));
        var elsewhere = mountedElsewhere(drive);

        rig.start();

        assertThat(rig.state("films")).isEqualTo(SlotState.ONLINE);
        assertThat(rig.place("films").resolve("hello")).hasContent("hello");
        assertThat(elsewhere.resolve("hello")).hasContent("hello");
    }

    @Test
    void a_container_that_was_made_without_the_propagation_is_named() {
        rig.added("films");
        var deaf = new Box(rig, "sleep 1000000", "rprivate");
        var well = rig.box("sleep 1000000");

        var views = rig.drives().status().report().containers();

        assertThat(views)
                .filteredOn(view -> view.container().equals(deaf.name()))
                .singleElement()
                .satisfies(view -> {
                    assertThat(view.sees()).isFalse();
                    assertThat(view.finding().orElseThrow().remedy()).contains("rslave");
                });
        assertThat(views)
                .filteredOn(view -> view.container().equals(well.name()))
                .allMatch(PoolViews.View::sees);
        assertThat(rig.drives().doctor().report().findings().toString()).contains(deaf.name());
    }

    @Test
    void a_container_that_is_older_than_the_guard_is_named_with_what_helps() throws IOException {
        rig.stop();
        PoolRemoval.remove(rig.folder.resolve("pool"), rig.folder.resolve("run"));
        var pool = Files.createDirectories(rig.folder.resolve("pool"));
        var old = new Box(pool, rig.undo, "sleep 1000000", "rprivate");

        rig.start();

        assertThat(rig.drives().doctor().report().findings())
                .filteredOn(finding -> finding.text().startsWith(old.name() + " "))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.code()).isEqualTo("CONTAINER_TOO_OLD");
                    assertThat(finding.remedy()).isEqualTo("docker restart " + old.name());
                });
    }

    private LoopDrive copied(LoopDrive drive) throws IOException {
        var image = rig.folder.resolve("copy.img");
        Files.copy(drive.image(), image);
        return LoopDrive.attached(image, rig.undo);
    }

    private Path mountedElsewhere(LoopDrive drive) throws IOException {
        var point = Files.createDirectories(rig.folder.resolve("elsewhere"));
        LoopDrive.run("mount", drive.device().toString(), point.toString());
        rig.undo.later(() -> LoopDrive.run("umount", "-l", point.toString()));
        return point;
    }

    private void attach(Path device, Path image) {
        // What was mounted from it ends a moment after it is out of sight.
        Rig.until(device + " is free", () -> attached(device, image));
        rig.undo.later(() -> LoopDrive.run("losetup", "--detach", device.toString()));
    }

    private static boolean attached(Path device, Path image) {
        try {
            LoopDrive.run("losetup", device.toString(), image.toString());
            return true;
        } catch (AssertionError _) {
            return false;
        }
    }

    private long device(String slot) throws IOException {
        return (long) Files.getAttribute(rig.place(slot), "unix:dev");
    }

    private static long sequence(LoopDrive drive) throws IOException {
        return Long.parseLong(
                Files.readString(Path.of("/sys/block", drive.name(), "diskseq")).strip());
    }
}
