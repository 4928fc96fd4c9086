package media.usenet.drives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.MountCalls;

/// What is looked at every now and then, because nobody announces it.
final class Rounds {

    private final Attendance attendance;
    private final Roster roster;
    private final SlotKeeper keeper;
    private final SlotBoard board;
    private final MountCalls calls;
    private final PoolKeeper pool;
    private final StackOwner owner;
    private final Path sysfs;
    private final Supplier<Map<String, String>> untouchable;
    private final Map<String, String> traffic = new ConcurrentHashMap<>();

    /// @param sysfs `/sys` on a real host
    /// @param untouchable names of the devices that the machine lives on, with the reason
    Rounds(
            Attendance attendance,
            Roster roster,
            SlotKeeper keeper,
            SlotBoard board,
            MountCalls calls,
            PoolKeeper pool,
            StackOwner owner,
            Path sysfs,
            Supplier<Map<String, String>> untouchable) {
        this.attendance = attendance;
        this.roster = roster;
        this.keeper = keeper;
        this.board = board;
        this.calls = calls;
        this.pool = pool;
        this.owner = owner;
        this.sysfs = sysfs;
        this.untouchable = untouchable;
    }

    /// @return names of the devices that no announcement told of
    Set<String> begin() {
        pool.ready();
        owner.refresh();
        roster.retry();
        keeper.leaveAlone(untouchable.get());
        return attendance.overlooked();
    }

    /// The devices of slots that were read or written since the last round. Only those are tried: a drive that sleeps
    /// is not woken to be asked how it is.
    List<String> active() {
        return roster.all().stream()
                .flatMap(slot -> board.status(slot.slot()).stream())
                .map(SlotStatus::device)
                .filter(device -> device != null && moved(device))
                .toList();
    }

    /// Reads a block past the page cache: what was cached before the drive broke would still be read. May hang with the
    /// drive.
    ///
    /// @return whether it can no longer be read
    boolean breaks(String name) {
        var drive = attendance.find(name);
        if (drive.isEmpty()) {
            return false;
        }
        var node = attendance.node(drive.get().device());
        try {
            calls.readBlock(node, 0);
            moved(name);
            return false;
        } catch (ErrnoException e) {
            attendance.broken(drive.get(), String.valueOf(e.getMessage()));
            return true;
        }
    }

    private boolean moved(String name) {
        var now = traffic(name);
        return !now.equals(traffic.put(name, now)) && !now.isEmpty();
    }

    /// The kernel's count of finished requests and sectors; Documentation/block/stat.rst.
    private String traffic(String name) {
        try {
            return Files.readString(sysfs.resolve("class/block").resolve(name).resolve("stat"));
        } catch (IOException _) {
            return "";
        }
    }
}
