package media.usenet.drives;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import media.usenet.drives.Capacity.Space;
import media.usenet.pool.PoolFacts;
import media.usenet.superblock.Content;
import org.jspecify.annotations.Nullable;

/// Tells of every slot, and of every device that has none.
final class DriveList {

    private final Roster roster;
    private final Attendance attendance;
    private final SlotKeeper keeper;
    private final SlotBoard board;
    private final Capacity capacity;
    private final Who who;
    private final PoolKeeper pool;

    DriveList(
            Roster roster,
            Attendance attendance,
            SlotKeeper keeper,
            SlotBoard board,
            Capacity capacity,
            Who who,
            PoolKeeper pool) {
        this.roster = roster;
        this.attendance = attendance;
        this.keeper = keeper;
        this.board = board;
        this.capacity = capacity;
        this.who = who;
        this.pool = pool;
    }

    record Listing(PoolAnswer pool, List<SlotAnswer> slots) {}

    /// @param state as in [PoolFacts]
    record PoolAnswer(String root, String state, String because) {

        static PoolAnswer of(PoolFacts facts) {
            return new PoolAnswer(facts.root().toString(), facts.state().name(), facts.because());
        }
    }

    /// @param id what the drive is known by: `ext4-UUID`
    /// @param device the kernel's name now; not a name for the drive
    /// @param containers services and containers that have files of it open
    /// @param because why it is not simply online
    record SlotAnswer(
            String slot,
            SlotState state,
            Kind kind,
            String id,
            @Nullable String fileSystem,
            String label,
            @Nullable String model,
            @Nullable String serial,
            @Nullable String device,
            @Nullable Long sizeBytes,
            @Nullable Long freeBytes,
            boolean readOnly,
            Set<Role> roles,
            Set<String> containers,
            Instant since,
            @Nullable String because) {

        enum Kind {
            DRIVE,
            FOLDER
        }
    }

    record Devices(List<DeviceAnswer> devices) {}

    /// @param content what it holds: a file system's type, `blank`, `gpt`, `crypto_LUKS`, ...
    /// @param slot whose drive it is
    /// @param next the command that would make something of it
    record DeviceAnswer(
            String device,
            @Nullable String id,
            String content,
            String label,
            @Nullable String model,
            @Nullable String serial,
            String transport,
            long sizeBytes,
            @Nullable String slot,
            boolean eligible,
            String because,
            @Nullable String next) {}

    Listing slots() {
        return new Listing(PoolAnswer.of(pool.facts()), slots(true));
    }

    /// @param withHolders whether to look through all processes for who has files of them open
    List<SlotAnswer> slots(boolean withHolders) {
        return roster.all().stream().map(slot -> answer(slot, withHolders)).toList();
    }

    /// @param all also those that are a slot's, or the machine's own
    Devices devices(boolean all) {
        var sight = keeper.sight();
        return new Devices(attendance.all().stream()
                .sorted(Comparator.comparing(drive -> drive.device().name()))
                .map(drive -> answer(drive, sight))
                .filter(device -> all || interesting(device, sight))
                .toList());
    }

    private SlotAnswer answer(KnownSlot slot, boolean withHolders) {
        var status = status(slot.slot());
        var drive = slot.drive();
        var place = keeper.place(slot.slot());
        var space = status.state().readable() ? capacity.of(place) : Optional.<Space>empty();
        var because = space.isEmpty() && status.state().readable() ? "the drive does not answer" : status.because();
        return new SlotAnswer(
                slot.slot(),
                status.state(),
                drive == null ? SlotAnswer.Kind.FOLDER : SlotAnswer.Kind.DRIVE,
                drive == null ? "folder-" + slot.folder() : drive.id().toString(),
                drive == null
                        ? keeper.sight().at(place).map(mount -> mount.type()).orElse(null)
                        : drive.id().type(),
                drive == null ? "" : drive.label(),
                drive == null ? null : drive.model(),
                drive == null ? null : drive.serial(),
                status.device(),
                space.map(Space::sizeBytes).orElse(drive == null ? null : Long.valueOf(drive.sizeBytes())),
                space.map(Space::freeBytes).orElse(null),
                slot.readOnly() || status.state() == SlotState.READONLY,
                slot.roles(),
                withHolders && status.state().readable() ? names(slot) : Set.of(),
                status.since(),
                because);
    }

    private Set<String> names(KnownSlot slot) {
        var names = new TreeSet<String>();
        who.holds(slot)
                .holders()
                .forEach(holder -> names.add(Objects.requireNonNullElse(
                        holder.service(), Objects.requireNonNullElse(holder.container(), holder.program()))));
        return names;
    }

    SlotStatus status(String slot) {
        return board.status(slot)
                .orElseGet(() -> new SlotStatus(SlotState.MISSING, board.now(), null, "not looked at yet"));
    }

    private DeviceAnswer answer(Present drive, Sight sight) {
        var device = drive.device();
        var slots = roster.all();
        var eligibility = Eligibility.of(drive, sight, slots);
        var slot = slots.stream()
                .filter(known ->
                        known.drive() != null && drive.holds(known.drive().id()))
                .map(KnownSlot::slot)
                .findFirst();
        var label = drive.content() instanceof Content.FileSystem found ? found.label() : "";
        return new DeviceAnswer(
                device.name(),
                drive.id().map(DriveId::toString).orElse(null),
                content(drive.content()),
                label,
                device.model(),
                device.serial(),
                device.transport(),
                device.sizeBytes(),
                slot.orElse(null),
                eligibility.eligible(),
                eligibility.because(),
                eligibility.next());
    }

    private static boolean interesting(DeviceAnswer device, Sight sight) {
        return device.slot() == null
                && !sight.untouchable().containsKey(device.device())
                && !device.transport().equals("zram")
                && !device.content().equals("squashfs");
    }

    private static String content(Content content) {
        return switch (content) {
            case Content.FileSystem found -> found.type();
            case Content.Member member -> member.type();
            case Content.PartitionTable table -> table.type();
            case Content.Blank _ -> "blank";
            case Content.Unknown _ -> "unknown";
            case Content.Unreadable _ -> "unreadable";
        };
    }
}
