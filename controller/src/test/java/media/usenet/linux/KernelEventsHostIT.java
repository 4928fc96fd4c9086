package media.usenet.linux;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import media.usenet.linux.KernelEvent.Announced;
import media.usenet.linux.KernelEvent.MountTableChanged;
import media.usenet.linux.KernelEvent.Overrun;
import media.usenet.linux.KernelEvent.Quiet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KernelEventsHostIT {

    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final long MIB = 1 << 20;

    private final Undo undo = new Undo();
    private final MountCalls calls = new KernelMountCalls();

    @TempDir
    private Path folder;

    @BeforeEach
    void needs() {
        LoopDrive.assumePossible();
    }

    @AfterEach
    void clean() {
        undo.close();
    }

    @Test
    void a_drive_that_is_attached_and_detached_is_announced() throws Exception {
        var events = open();
        var drive = LoopDrive.made(folder.resolve("image"), MIB, undo);
        var attached = await(events, about(drive));
        assertThat(attached.action()).isEqualTo("change");
        assertThat(attached.isBlockDevice()).isTrue();
        drive.detach();
        assertThat(await(events, about(drive)).values()).containsKey("DISKSEQ");
    }

    @Test
    void what_is_written_to_a_devices_uevent_file_is_announced() throws Exception {
        var drive = LoopDrive.made(folder.resolve("image"), MIB, undo);
        var events = open();
        drive.announce("remove");
        assertThat(await(events, about(drive)).action()).isEqualTo("remove");
        drive.announce("add");
        assertThat(await(events, about(drive)).action()).isEqualTo("add");
    }

    @Test
    void a_mount_and_an_unmount_by_anyone_are_announced() throws Exception {
        var events = open();
        calls.mount("tmpfs", folder, "tmpfs", Set.of(), "size=64k");
        undo.later(() -> LoopDrive.run("umount", "--quiet", "--lazy", folder.toString()));
        awaitMountTableChange(events);
        LoopDrive.run("umount", folder.toString());
        undo.later(() -> calls.mount("tmpfs", folder, "tmpfs", Set.of(), "size=64k"));
        awaitMountTableChange(events);
    }

    @Test
    void a_mount_is_not_forgotten_while_an_announcement_or_a_wake_goes_first() throws Exception {
        var drive = LoopDrive.made(folder.resolve("image"), MIB, undo);
        var events = open();
        calls.mount("tmpfs", folder, "tmpfs", Set.of(), "size=64k");
        undo.later(() -> calls.detach(folder));
        drive.announce("change");
        events.wake();
        assertThat(untilQuiet(events)).isEmpty();
        assertThat(untilQuiet(events))
                .contains(new MountTableChanged())
                .anyMatch(event ->
                        event instanceof Announced announced && about(drive).test(announced.uevent()));
    }

    @Test
    void more_announcements_than_fit_are_told_as_an_overrun_and_then_reading_goes_on() throws Exception {
        var drive = LoopDrive.made(folder.resolve("image"), MIB, undo);
        var events = KernelEvents.open(4096);
        undo.later(events::close);
        for (int i = 0; i < 300; i++) {
            drive.announce("change");
        }
        assertThat(untilQuiet(events)).contains(new Overrun());
        drive.announce("add");
        assertThat(await(events, about(drive)).action()).isEqualTo("add");
    }

    @Test
    void the_usual_buffer_holds_what_many_drives_announce_at_once() throws Exception {
        var drive = LoopDrive.made(folder.resolve("image"), MIB, undo);
        var events = open();
        for (int i = 0; i < 300; i++) {
            drive.announce("change");
        }
        var announced = untilQuiet(events);
        assertThat(announced).doesNotContain(new Overrun());
        assertThat(announced.stream()
                        .filter(event ->
                                event instanceof Announced it && about(drive).test(it.uevent())))
                .hasSize(300);
    }

    @Test
    void a_message_that_another_program_sent_is_dropped() throws Exception {
        var drive = LoopDrive.made(folder.resolve("image"), MIB, undo);
        var events = open();
        Netlink.send("remove@/x\0ACTION=remove\0SUBSYSTEM=block\0DEVNAME=forged\0");
        drive.announce("change");
        assertThat(untilQuiet(events))
                .noneMatch(event -> event instanceof Announced announced
                        && announced.uevent().deviceName().equals("forged"))
                .anyMatch(event ->
                        event instanceof Announced announced && about(drive).test(announced.uevent()));
    }

    @Test
    void quiet_comes_no_sooner_than_asked() throws Exception {
        var events = open();
        var asked = Duration.ofMillis(50);
        long start;
        KernelEvent event;
        do {
            start = System.nanoTime();
            event = events.next(asked);
        } while (!(event instanceof Quiet));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(asked);
    }

    @Test
    void waking_ends_the_waiting() throws Exception {
        var events = open();
        var waiting = CompletableFuture.supplyAsync(() -> firstQuiet(events));
        events.wake();
        assertThat(waiting.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isLessThan(LONG);
    }

    @Test
    void closing_ends_the_waiting_and_may_be_done_twice() throws Exception {
        var events = open();
        var entered = new CompletableFuture<Void>();
        var waiting = CompletableFuture.supplyAsync(() -> {
            entered.complete(null);
            return firstQuiet(events);
        });
        entered.join();
        untilBlocked(events);
        events.close();
        assertThat(waiting.get(LIMIT.toSeconds(), TimeUnit.SECONDS)).isLessThan(LONG);
        events.close();
        events.wake();
        assertThatThrownBy(() -> events.next(Duration.ZERO)).isInstanceOf(IllegalStateException.class);
    }

    private KernelEvents open() throws ErrnoException {
        var events = KernelEvents.open();
        undo.later(events::close);
        return events;
    }

    private static Predicate<Uevent> about(LoopDrive drive) {
        return uevent -> uevent.deviceName().equals(drive.name());
    }

    private static Uevent await(KernelEvents events, Predicate<Uevent> wanted) throws ErrnoException {
        var start = System.nanoTime();
        while (System.nanoTime() - start < LIMIT.toNanos()) {
            if (events.next(LIMIT) instanceof Announced(Uevent uevent) && wanted.test(uevent)) {
                return uevent;
            }
        }
        throw new AssertionError("not announced within " + LIMIT);
    }

    private static void awaitMountTableChange(KernelEvents events) throws ErrnoException {
        var start = System.nanoTime();
        while (!(events.next(LIMIT) instanceof MountTableChanged)) {
            assertThat(System.nanoTime() - start).isLessThan(LIMIT.toNanos());
        }
    }

    private static List<KernelEvent> untilQuiet(KernelEvents events) throws ErrnoException {
        var seen = new ArrayList<KernelEvent>();
        for (var event = events.next(Duration.ZERO); !(event instanceof Quiet); event = events.next(Duration.ZERO)) {
            seen.add(event);
        }
        return seen;
    }

    /// How long the one waiting took that ended quietly: others may plug and mount on this machine, too.
    private static Duration firstQuiet(KernelEvents events) {
        try {
            while (true) {
                var start = System.nanoTime();
                if (events.next(LONG) instanceof Quiet) {
                    return Duration.ofNanos(System.nanoTime() - start);
                }
            }
        } catch (ErrnoException e) {
            throw new AssertionError(e);
        }
    }

    /// Until the reader holds what a second reader would wait for.
    private static void untilBlocked(KernelEvents events) {
        while (!events.isRead()) {
            Thread.onSpinWait();
        }
    }

    /// Sends to this process's first socket for uevents, whose port is the process id.
    static final class Netlink {

        private static final int AF_NETLINK = 16;
        private static final int SOCK_RAW = 3;
        private static final int KOBJECT_UEVENT = 15;

        static {
            Native.register(Netlink.class, Platform.C_LIBRARY_NAME);
        }

        static native int socket(int domain, int type, int protocol);

        static native int sendto(int socket, byte[] bytes, long length, int flags, Pointer address, int addressBytes);

        static native int close(int descriptor);

        static void send(String message) {
            var bytes = message.getBytes(StandardCharsets.UTF_8);
            var address = new Memory(12);
            address.clear();
            address.setShort(0, (short) AF_NETLINK);
            address.setInt(4, (int) ProcessHandle.current().pid());
            int socket = socket(AF_NETLINK, SOCK_RAW, KOBJECT_UEVENT);
            try {
                assertThat(sendto(socket, bytes, bytes.length, 0, address, 12)).isEqualTo(bytes.length);
            } finally {
                close(socket);
            }
        }
    }
}
