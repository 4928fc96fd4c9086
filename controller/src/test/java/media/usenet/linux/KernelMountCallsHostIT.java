package media.usenet.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Everything is mounted below a private tmpfs, which takes all of it along in the end.
class KernelMountCallsHostIT {

    private static final long EXT4_BYTES = 16 << 20;
    private static final String MARK = "these words must be on the device";

    private final Undo undo = new Undo();
    private final MountCalls calls = new KernelMountCalls();

    @TempDir
    private Path folder;

    private Path base;

    @BeforeEach
    void makeBase() throws Exception {
        LoopDrive.assumePossible();
        base = Files.createDirectory(folder.toRealPath().resolve("base"));
        calls.mount("tmpfs", base, "tmpfs", Set.of(), "size=1m");
        undo.later(() -> calls.detach(base));
        calls.propagation(base, Propagation.PRIVATE, false);
    }

    @AfterEach
    void clean() {
        undo.close();
    }

    @Test
    void a_mount_has_the_flags_and_options_that_were_asked_for() throws Exception {
        var point = made("point");
        calls.mount("tmpfs", point, "tmpfs", Set.of(MountFlag.values()), "size=64k,mode=0700");
        assertThat(line(point)).contains(" ro,nosuid,nodev,noexec,noatime ", "size=64k", "mode=700");
    }

    @Test
    void a_drive_is_mounted_and_unmounted_once_nobody_uses_it() throws Exception {
        var drive = ext4();
        var point = made("drive");
        calls.mount(drive.device().toString(), point, "ext4", Set.of(MountFlag.NO_ATIME), "errors=remount-ro");
        try (var _ = Files.newBufferedWriter(point.resolve("film"))) {
            refused(() -> calls.unmount(point), Errno.EBUSY, "unmount(%s): EBUSY (in use)".formatted(point));
        }
        calls.unmount(point);
        assertThat(lines(point)).isEmpty();
    }

    @Test
    void a_bind_shows_a_folder_without_what_is_mounted_below_it() throws Exception {
        var below = made("tree/below");
        calls.mount("tmpfs", below, "tmpfs", Set.of(), "");
        Files.createFile(below.resolve("hidden"));
        calls.bind(base.resolve("tree"), made("view"));
        assertThat(base.resolve("view/below")).isEmptyDirectory();
    }

    @Test
    void a_read_only_bind_leaves_the_other_view_writable() throws Exception {
        var view = made("view");
        calls.bind(made("tree"), view);
        calls.remountBind(view, Set.of(MountFlag.READ_ONLY));
        assertReadOnly(view.resolve("new"));
        Files.createFile(base.resolve("tree/new"));
        assertThat(view.resolve("new")).exists();
    }

    @Test
    void a_file_system_made_read_only_is_so_in_every_view() throws Exception {
        var point = made("point");
        var view = made("view");
        calls.mount("tmpfs", point, "tmpfs", Set.of(), "size=64k");
        calls.bind(point, view);
        calls.remount(point, Set.of(MountFlag.READ_ONLY), "size=128k");
        assertReadOnly(point.resolve("new"));
        assertReadOnly(view.resolve("new"));
        assertThat(line(view)).contains("size=128k");
    }

    @Test
    void a_mount_is_moved_from_a_private_place_into_its_slot() throws Exception {
        var drive = ext4();
        var staging = made("staging");
        var slot = made("slot");
        calls.mount(drive.device().toString(), staging, "ext4", Set.of(), "");
        Files.createFile(staging.resolve("film"));
        calls.move(staging, slot);
        assertThat(slot.resolve("film")).exists();
        assertThat(staging).isEmptyDirectory();
    }

    @Test
    void what_lies_on_a_shared_mount_cannot_be_moved() throws Exception {
        var staging = made("staging");
        calls.mount("tmpfs", staging, "tmpfs", Set.of(), "");
        calls.propagation(base, Propagation.SHARED, false);
        refused(() -> calls.move(staging, made("slot")), Errno.EINVAL, "move(%s, ".formatted(staging));
    }

    @Test
    void what_is_mounted_on_a_shared_mount_appears_in_its_slave_and_not_the_other_way_round() throws Exception {
        var master = made("master");
        var slave = made("slave");
        calls.mount("tmpfs", master, "tmpfs", Set.of(), "");
        Files.createDirectories(master.resolve("one"));
        Files.createDirectories(master.resolve("two"));
        calls.propagation(master, Propagation.SHARED, true);
        calls.bind(master, slave);
        calls.propagation(slave, Propagation.SLAVE, true);
        calls.mount("tmpfs", master.resolve("one"), "tmpfs", Set.of(), "");
        calls.mount("tmpfs", slave.resolve("two"), "tmpfs", Set.of(), "");
        assertThat(lines(slave.resolve("one"))).hasSize(1);
        assertThat(lines(master.resolve("two"))).isEmpty();
        calls.detach(master.resolve("one"));
        assertThat(lines(slave.resolve("one"))).isEmpty();
    }

    @Test
    void detaching_takes_a_mount_away_from_under_an_open_file() throws Exception {
        var point = mounted(ext4());
        try (var file = FileChannel.open(
                point.resolve("film"), StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            calls.detach(point);
            assertThat(point).isEmptyDirectory();
            assertThat(file.write(mark())).isPositive();
        }
    }

    @Test
    void syncing_writes_to_the_device_what_was_only_cached() throws Exception {
        var drive = ext4();
        var point = mounted(drive);
        Files.writeString(point.resolve("film"), MARK);
        calls.sync(point);
        assertThat(text(drive.image())).contains(MARK);
    }

    @Test
    void flushing_writes_what_the_block_layer_holds() throws Exception {
        var drive = LoopDrive.made(folder.resolve("blank"), 1 << 20, undo);
        // The last one to close a device flushes it, too: it stays open.
        try (var device = FileChannel.open(drive.device(), StandardOpenOption.WRITE)) {
            device.write(mark());
            calls.flushBuffers(drive.device());
            assertThat(text(drive.image())).contains(MARK);
        }
    }

    @Test
    void after_a_shutdown_every_user_gets_an_error_and_the_file_system_is_clean() throws Exception {
        var drive = ext4();
        var point = mounted(drive);
        try (var file = FileChannel.open(point.resolve("film"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            file.write(mark());
            calls.shutDown(point);
            assertThatThrownBy(() -> file.write(mark())).isInstanceOf(IOException.class);
            assertThatThrownBy(() -> Files.createFile(point.resolve("new")))
                    .isInstanceOf(FileSystemException.class)
                    .hasMessageContaining("Input/output error");
        }
        calls.detach(point);
        assertThat(text(drive.image())).contains(MARK);
        LoopDrive.run("e2fsck", "-fn", drive.device().toString());
        calls.mount(drive.device().toString(), point, "ext4", Set.of(MountFlag.READ_ONLY), "");
        assertThat(point.resolve("film")).hasContent(MARK);
    }

    @Test
    void a_file_system_that_cannot_be_shut_down_says_so() {
        refused(() -> calls.shutDown(base), Errno.ENOTTY, "shutdown(%s): ENOTTY".formatted(base));
    }

    @Test
    void into_an_immutable_folder_nobody_writes() throws Exception {
        var closed = Files.createDirectory(mounted(ext4()).resolve("closed"));
        calls.makeImmutable(closed);
        assertThatThrownBy(() -> Files.createFile(closed.resolve("new"))).isInstanceOf(FileSystemException.class);
        calls.makeImmutable(closed);
        assertThat(LoopDrive.run("lsattr", "-d", closed.toString())).startsWith("----i---------e-");
        refused(() -> calls.makeImmutable(Path.of("/proc")), Errno.ENOTTY, "makeImmutable(/proc): ENOTTY");
    }

    @Test
    void a_device_is_free_once_nothing_is_mounted_from_it() throws Exception {
        var drive = ext4();
        assertThat(calls.isFree(drive.device())).isTrue();
        var point = mounted(drive);
        assertThat(calls.isFree(drive.device())).isFalse();
        try (var file = Files.newBufferedWriter(point.resolve("film"))) {
            calls.detach(point);
            assertThat(calls.isFree(drive.device())).isFalse();
            file.write(MARK);
        }
        // The kernel ends a detached file system a moment after its last file is closed.
        LoopDrive.run("sync");
        assertThat(calls.isFree(drive.device())).isTrue();
    }

    @Test
    void what_is_refused_says_the_call_with_its_arguments_and_the_kernels_reason() throws Exception {
        var point = made("point");
        var blank = LoopDrive.made(folder.resolve("blank"), 1 << 20, undo).device();
        refused(
                () -> calls.mount("/dev/nothing", point, "ext4", Set.of(), ""),
                Errno.ENOENT,
                "mount(/dev/nothing, %s, ext4): ENOENT (no such file or directory)".formatted(point));
        refused(
                () -> calls.mount(blank.toString(), point, "ext4", Set.of(), ""),
                Errno.EINVAL,
                "mount(%s, %s, ext4): EINVAL (not valid)".formatted(blank, point));
        refused(() -> calls.mount("none", point, "nofs", Set.of(), ""), Errno.ENODEV, "mount(none, ");
        refused(() -> calls.bind(base.resolve("no"), point), Errno.ENOENT, "bind(%s".formatted(base));
        refused(() -> calls.remountBind(point, Set.of()), Errno.EINVAL, "remountBind(%s".formatted(point));
        refused(() -> calls.remount(point, Set.of(), ""), Errno.EINVAL, "remount(%s".formatted(point));
        refused(() -> calls.propagation(point, Propagation.SHARED, true), Errno.EINVAL, "propagation(");
        refused(() -> calls.detach(point), Errno.EINVAL, "detach(%s)".formatted(point));
        refused(() -> calls.sync(base.resolve("no")), Errno.ENOENT, "open(%s/no)".formatted(base));
        refused(() -> calls.flushBuffers(base), Errno.ENOTTY, "flushBuffers(%s)".formatted(base));
        refused(() -> calls.isFree(base.resolve("no")), Errno.ENOENT, "open(");
    }

    @Test
    void a_name_with_letters_beyond_ascii_is_passed_as_it_is() throws Exception {
        assumeTrue(
                System.getProperty("sun.jnu.encoding", "").equals("UTF-8"),
                "skipped, the locale has no such letters in file names");
        var point = made("Séries-日本");
        calls.mount("tmpfs", point, "tmpfs", Set.of(), "");
        assertThat(lines(point)).hasSize(1);
    }

    @Test
    void every_thread_gets_its_own_error() throws Exception {
        var folder = made("plain");
        var missing = base.resolve("missing");
        var wrong = IntStream.range(0, 8_000)
                .parallel()
                .filter(i -> i % 2 == 0
                        ? !fails(() -> calls.unmount(missing), Errno.ENOENT)
                        : !fails(() -> calls.unmount(folder), Errno.EINVAL))
                .count();
        assertThat(wrong).isZero();
    }

    @Test
    void no_descriptor_stays_open() throws Exception {
        var drive = ext4();
        var point = mounted(drive);
        calls.sync(point);
        calls.flushBuffers(drive.device());
        calls.isFree(drive.device());
        calls.shutDown(point);
        refused(() -> calls.shutDown(base), Errno.ENOTTY, "");
        refused(() -> calls.flushBuffers(base), Errno.ENOTTY, "");
        calls.detach(point);
        try (var open = Files.list(Path.of("/proc/self/fd"))) {
            assertThat(open.filter(link -> leadsTo(link, base) || leadsTo(link, drive.device())))
                    .isEmpty();
        }
        assertThat(calls.isFree(drive.device())).isTrue();
    }

    private LoopDrive ext4() throws IOException {
        return LoopDrive.made(folder.resolve("image"), EXT4_BYTES, undo, "mkfs.ext4", "-q");
    }

    private Path mounted(LoopDrive drive) throws IOException {
        var point = made("drive");
        calls.mount(drive.device().toString(), point, "ext4", Set.of(), "");
        return point;
    }

    private Path made(String name) throws IOException {
        return Files.createDirectories(base.resolve(name));
    }

    private static ByteBuffer mark() {
        return ByteBuffer.wrap(MARK.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(Path image) throws IOException {
        return Files.readString(image, StandardCharsets.ISO_8859_1);
    }

    private static boolean leadsTo(Path link, Path place) {
        try {
            return Files.readSymbolicLink(link).startsWith(place);
        } catch (IOException _) {
            return false; // the descriptor that lists them
        }
    }

    private static void assertReadOnly(Path file) {
        assertThatThrownBy(() -> Files.createFile(file))
                .isInstanceOf(FileSystemException.class)
                .hasMessageContaining("Read-only file system");
    }

    private static void refused(ThrowingCallable call, Errno errno, String start) {
        assertThatThrownBy(call).isInstanceOfSatisfying(ErrnoException.class, e -> {
            assertThat(e.errno()).isEqualTo(errno);
            assertThat(e).hasMessageStartingWith(start);
        });
    }

    private interface Call {
        void run() throws ErrnoException;
    }

    private static boolean fails(Call call, Errno errno) {
        try {
            call.run();
            return false;
        } catch (ErrnoException e) {
            return e.errno() == errno;
        }
    }

    private static String line(Path point) throws IOException {
        return lines(point).getLast();
    }

    private static List<String> lines(Path point) throws IOException {
        return Files.readString(Path.of("/proc/self/mountinfo"))
                .lines()
                .filter(line -> List.of(line.split(" ")).get(4).equals(point.toString()))
                .toList();
    }
}
