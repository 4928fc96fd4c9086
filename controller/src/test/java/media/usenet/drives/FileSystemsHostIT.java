package media.usenet.drives;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Set;
import media.usenet.drives.Eject.Manner;
import media.usenet.linux.Errno;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.LoopDrive;
import media.usenet.problem.Problem;
import media.usenet.superblock.SuperblockProbe;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a drive holds decides whether it is mounted, and how; on the real kernel, with the real programs.
class FileSystemsHostIT {

    private static final int EXT_SUPERBLOCK = 1024;

    private final Rig rig = new Rig();

    @AfterEach
    void undo() {
        rig.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"mkfs.exfat", "mkntfs -F -Q -q"})
    void a_file_system_that_a_program_drives_comes_and_goes_as_those_of_the_kernel(String make) throws IOException {
        Rig.need(make.startsWith("mkntfs") ? "ntfs-3g" : "mount.exfat-fuse");
        var box = rig.box("sleep 1000000");
        var drive = rig.added("films", make.split(" ", -1));
        Files.writeString(rig.place("films").resolve("hello"), "hello");
        rig.calls.sync(rig.place("films"));
        assertThat(box.runs("cat /pool/films/hello")).isEqualTo("hello");

        rig.yank(drive, "films");

        assertThat(box.runs("cat /pool/films/hello")).contains("No such file or directory");
        drive.detach();
        rig.replug(drive);
        rig.untilState("films", SlotState.ONLINE);
        assertThat(box.runs("cat /pool/films/hello")).isEqualTo("hello");
        assertThat(box.neverRestarted()).isTrue();
    }

    @Test
    void without_a_driver_for_fat_a_drive_is_refused_and_no_slot_is_made() throws IOException {
        var drive = rig.drive("films", "mkfs.vfat");
        assumeNoDriver(drive, "vfat");

        var refusal = rig.refusal(drive, "films");

        assertThat(refusal.problem()).isEqualTo(Problem.DRIVE_NOT_MOUNTED);
        assertThat(refusal.getMessage()).contains("this kernel has no driver for vfat");
        assertThat(rig.drives().roster().find("films")).isEmpty();
        assertThat(rig.place("films")).doesNotExist();
    }

    @Test
    void an_exfat_that_was_not_closed_is_repaired_before_it_is_shown() throws IOException {
        Rig.need("mount.exfat-fuse");
        var drive = rig.drive("films", "mkfs.exfat");
        drive.detach();
        // VolumeDirty of VolumeFlags.
        write(drive.image(), 106, 2);

        var outcome = rig.add(rig.replug(drive), "films");

        assertThat(outcome.state()).isEqualTo(SlotState.ONLINE.name());
        assertThat(outcome.findings().toString()).contains("DRIVE_NOT_CLEAN");
    }

    @Test
    void an_ntfs_that_windows_did_not_finish_with_is_shown_read_only() throws IOException {
        Rig.need("ntfs-3g");
        var drive = rig.drive("films", "mkntfs", "-F", "-Q", "-q");
        drive.detach();
        // Marks it as not clean, so that Windows looks at it.
        LoopDrive.run("ntfsfix", drive.image().toString());

        var outcome = rig.add(rig.replug(drive), "films");

        assertThat(outcome.state()).isEqualTo(SlotState.READONLY.name());
        assertThat(rig.because("films")).contains("Windows did not finish with it");
        assertThat(rig.findings()).contains("DRIVE_READ_ONLY");
        assertThat(rig.box("sleep 1000000").runs("touch /pool/films/x")).contains("Read-only file system");
    }

    @Test
    void what_other_software_manages_is_refused_with_the_reason() {
        Rig.need("cryptsetup");
        Rig.need("pvcreate");
        var luks = rig.drive("luks", "truncate", "-s", "32M");
        LoopDrive.run(
                "sh",
                "-c",
                "echo secret | cryptsetup luksFormat -q --type luks2 --pbkdf pbkdf2 --pbkdf-force-iterations 1000 %s -"
                        .formatted(luks.image()));
        var volumes = rig.drive("lvm", "truncate", "-s", "32M");
        LoopDrive.run(
                "pvcreate",
                "-y",
                "--config",
                "devices{filter=[\"a|%s|\",\"r|.*|\"] use_devicesfile=0}".formatted(volumes.device()),
                volumes.device().toString());

        assertThat(refusedAfterLooking(luks)).contains("crypto_LUKS").contains("--path");
        assertThat(refusedAfterLooking(volumes)).contains("LVM2_member").contains("--path");
    }

    @Test
    void bytes_that_mean_nothing_are_refused_and_never_mounted() throws IOException {
        var drive = rig.drive("noise", "truncate", "-s", "8M");
        write(drive.image(), 0, "these are no bytes of any file system".getBytes(StandardCharsets.UTF_8));

        assertThat(refusedAfterLooking(drive)).contains("no signature that is known");
    }

    @Test
    void a_file_system_without_a_uuid_is_refused_because_it_could_not_be_known_again() {
        var drive = rig.drive("films", "mkfs.ext4", "-q", "-U", "clear");

        var refusal = rig.refusal(drive, "films");

        assertThat(refusal.problem()).isEqualTo(Problem.DRIVE_NOT_ELIGIBLE);
        assertThat(refusal.getMessage()).contains("no UUID");
    }

    @Test
    void a_drive_whose_superblock_was_zeroed_leaves_its_slot_missing_and_is_offered_for_nothing_but_formatting()
            throws IOException {
        var drive = pulled("films");
        write(drive.image(), EXT_SUPERBLOCK, new byte[1024]);

        var back = rig.replug(drive);

        rig.untilSeen(back);
        assertThat(rig.state("films")).isEqualTo(SlotState.MISSING);
        assertThat(rig.refusal(back, "films").getMessage()).contains("cannot be added");
    }

    @Test
    void a_drive_whose_superblock_contradicts_its_checksum_is_believed_to_be_nobodys() throws IOException {
        var drive = pulled("films");
        // The count of mounts, which the checksum covers.
        write(drive.image(), EXT_SUPERBLOCK + 0x34, 77);

        var back = rig.replug(drive);

        rig.untilSeen(back);
        assertThat(rig.state("films")).isEqualTo(SlotState.MISSING);
        assertThat(rig.refusal(back, "films").getMessage()).contains("checksum");
    }

    @Test
    void a_drive_that_the_kernel_finds_scribbled_on_fails_with_a_check_that_changes_nothing() throws IOException {
        var drive = pulled("films");
        // The descriptors of the block groups follow the superblock.
        write(drive.image(), EXT_SUPERBLOCK + 1024, "scribbled".repeat(10).getBytes(StandardCharsets.UTF_8));

        rig.replug(drive);

        rig.untilState("films", SlotState.FAILED);
        assertThat(rig.because("films")).contains("fsck -n");
        assertThat(rig.findings()).contains("DRIVE_FAILED");
        assertThat(rig.place("films")).isEmptyDirectory();
    }

    @Test
    void a_drive_that_became_smaller_than_its_file_system_is_not_mounted() throws IOException {
        var drive = pulled("films");
        try (var image = new RandomAccessFile(drive.image().toFile(), "rw")) {
            image.setLength(image.length() / 2);
        }

        var back = rig.replug(drive);

        rig.untilSeen(back);
        Rig.until("the slot stays empty for a reason", () -> !rig.state("films").readable());
        assertThat(rig.place("films")).isEmptyDirectory();
        assertThat(rig.refusal(back, "other").getMessage()).contains("cannot be added");
    }

    @Test
    void a_drive_that_was_given_another_file_system_elsewhere_is_not_the_slots_any_more() throws IOException {
        var drive = pulled("films");
        Rig.need("mkfs.xfs");
        LoopDrive.run("truncate", "-s", "320M", drive.image().toString());
        LoopDrive.run("mkfs.xfs", "-q", "-f", "-L", "films", drive.image().toString());

        var back = rig.replug(drive);

        rig.untilSeen(back);
        assertThat(rig.state("films")).isEqualTo(SlotState.MISSING);
        assertThat(rig.drives()
                        .add()
                        .plan(new AddRequest(back.image().toString(), "films", null, false, null))
                        .change()
                        .findings()
                        .toString())
                .contains("SLOT_GETS_ANOTHER_DRIVE");
    }

    @Test
    void an_ext4_that_notes_errors_is_repaired_before_it_is_shown() throws IOException {
        var drive = pulled("films");
        noteErrors(drive);

        var back = rig.replug(drive);

        rig.untilState("films", SlotState.ONLINE);
        rig.drives().eject().apply(rig.slot("films"), new Manner(false, Duration.ofSeconds(1), true));
        assertThat(new SuperblockProbe().read(back.device()).toString()).contains("errors=false");
    }

    @Test
    void an_ext4_that_its_own_tool_cannot_repair_alone_is_shown_read_only() throws IOException {
        var drive = pulled("films", "mkfs.ext4", "-q", "-O", "^extents,^64bit", "-L", "films");
        // A block that lies outside of the file system.
        LoopDrive.run(
                "debugfs",
                "-w",
                "-R",
                "sif /hello block[0] 200000",
                drive.image().toString());
        noteErrors(drive);

        rig.replug(drive);

        rig.untilState("films", SlotState.READONLY);
        assertThat(rig.because("films")).contains("could not repair it by itself");
    }

    @Test
    void a_slot_that_is_to_be_read_only_is_not_written_to_by_a_repair() throws IOException {
        var clean = rig.drive("films", "mkfs.ext4", "-q");
        clean.detach();
        noteErrors(clean);
        var drive = rig.replug(clean);
        rig.untilSeen(drive);

        var outcome = rig.drives().add().apply(new AddRequest(drive.image().toString(), "films", null, true, null));

        assertThat(outcome.state()).isEqualTo(SlotState.READONLY.name());
        assertThat(new SuperblockProbe().read(drive.device()).toString()).contains("errors=true");
    }

    @Test
    void a_device_that_takes_no_writes_is_shown_read_only() throws IOException {
        var drive = pulled("films");
        var device = LoopDrive.run(
                        "losetup",
                        "--find",
                        "--show",
                        "--read-only",
                        drive.image().toString())
                .strip();
        rig.undo.later(() -> LoopDrive.run("losetup", "--detach", device));

        rig.untilState("films", SlotState.READONLY);

        assertThat(rig.box("sleep 1000000").runs("cat /pool/films/hello")).isEqualTo("hello");
        assertThat(rig.place("films").resolve("hello")).hasContent("hello");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ext4", "xfs", "btrfs", "exfat"})
    void every_kind_of_file_system_that_can_be_made_is_made_and_gets_its_slot(String type) {
        Rig.need("mkfs." + type);
        var drive = rig.drive("new", "truncate", "-s", "320M");
        rig.untilSeen(drive);
        var name = drive.image().toString();

        rig.drives().format().start(new FormatRequest(name, type, null, "films", false, name));

        rig.untilState("films", SlotState.ONLINE);
        assertThat(rig.slot("films").drive())
                .extracting(known -> known.id().type())
                .isEqualTo(type);
        Rig.until(
                "its folders are there",
                () -> Files.isDirectory(rig.place("films").resolve("media/movies")));
    }

    /// A drive that was in a slot, with a file `hello`, and was unplugged in order while nobody looked.
    private LoopDrive pulled(String slot) throws IOException {
        return pulled(slot, "mkfs.ext4", "-q", "-L", slot);
    }

    private LoopDrive pulled(String slot, String... make) throws IOException {
        var drive = rig.added(slot, make);
        Files.writeString(rig.place(slot).resolve("hello"), "hello");
        rig.stop();
        rig.calls.unmount(rig.place(slot));
        drive.detach();
        rig.start();
        assertThat(rig.state(slot)).isEqualTo(SlotState.MISSING);
        return drive;
    }

    private static void noteErrors(LoopDrive drive) {
        // EXT2_VALID_FS and EXT2_ERROR_FS.
        LoopDrive.run("debugfs", "-w", "-R", "ssv state 3", drive.image().toString());
    }

    private String refusedAfterLooking(LoopDrive drive) {
        rig.untilSeen(drive);
        announce(drive);
        Rig.until(
                "it was looked at again",
                () -> rig.drives().list().devices(true).devices().stream()
                        .noneMatch(device -> device.device().equals(drive.name())
                                && device.content().equals("blank")));
        var refusal = rig.refusal(drive, "films");
        assertThat(refusal.problem()).isEqualTo(Problem.DRIVE_NOT_ELIGIBLE);
        return refusal.getMessage() + refusal.remedy();
    }

    private static void announce(LoopDrive drive) {
        try {
            drive.announce("change");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void assumeNoDriver(LoopDrive drive, String type) throws IOException {
        var point = Files.createDirectory(rig.folder.resolve("driver"));
        try {
            rig.calls.mount(drive.device().toString(), point, type, Set.of(), "");
            rig.calls.unmount(point);
            assumeTrue(false, "skipped, this kernel has a driver for " + type);
        } catch (ErrnoException e) {
            assertThat(e.errno()).isEqualTo(Errno.ENODEV);
        }
    }

    private static void write(Path image, long at, int value) throws IOException {
        write(image, at, new byte[] {(byte) value});
    }

    private static void write(Path image, long at, byte[] bytes) throws IOException {
        try (var file = new RandomAccessFile(image.toFile(), "rw")) {
            file.seek(at);
            file.write(bytes);
        }
    }
}
