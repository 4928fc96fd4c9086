package media.usenet.drives;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import media.usenet.drives.DriveList.PoolAnswer;
import media.usenet.drives.DriveList.SlotAnswer;
import media.usenet.health.Finding;
import media.usenet.health.Finding.Severity;
import org.jspecify.annotations.Nullable;

/// The pool in a few lines: what is there, what is missing, and which containers see it.
final class StorageStatus {

    private static final double NEARLY_FULL = 0.02;

    private final DriveList list;
    private final Roster roster;
    private final PoolKeeper pool;
    private final PoolViews views;
    private final Capacity capacity;
    private final DriveWatch watch;

    StorageStatus(
            DriveList list, Roster roster, PoolKeeper pool, PoolViews views, Capacity capacity, DriveWatch watch) {
        this.list = list;
        this.roster = roster;
        this.pool = pool;
        this.views = views;
        this.capacity = capacity;
        this.watch = watch;
    }

    record Report(
            PoolAnswer pool,
            Map<SlotState, Integer> states,
            long sizeBytes,
            long freeBytes,
            List<PoolViews.View> containers,
            List<Finding> findings) {}

    Report report() {
        var listing = list.slots();
        var states = new TreeMap<SlotState, Integer>();
        listing.slots().forEach(slot -> states.merge(slot.state(), 1, Integer::sum));
        var readable =
                listing.slots().stream().filter(slot -> slot.state().readable()).toList();
        var seen = views.all();
        return new Report(
                listing.pool(),
                states,
                sum(readable.stream().map(SlotAnswer::sizeBytes)),
                sum(readable.stream().map(SlotAnswer::freeBytes)),
                seen,
                findings(listing.slots(), seen));
    }

    /// What is wrong with the pool and its slots, without asking the engine.
    List<Finding> findings() {
        return findingsOfSlots(list.slots(false));
    }

    private List<Finding> findingsOfSlots(List<SlotAnswer> slots) {
        var findings = new ArrayList<Finding>();
        pool.trouble().ifPresent(e -> findings.add(Finding.of(e, Severity.ERROR)));
        roster.unsaved()
                .ifPresent(e -> findings.add(new Finding(
                        "STATE_NOT_SAVED",
                        Severity.ERROR,
                        "what is known of the drives could not be written: " + e.detail(),
                        e.remedy())));
        watch.trouble().ifPresent(findings::add);
        if (capacity.hanging() > 0) {
            findings.add(new Finding(
                    "DRIVE_HANGS",
                    Severity.ERROR,
                    "%d questions to drives hang in the kernel".formatted(capacity.hanging()),
                    "check cables and power; usenet storage list shows which drive does not answer"));
        }
        slots.stream().flatMap(StorageStatus::finding).forEach(findings::add);
        return findings;
    }

    private List<Finding> findings(List<SlotAnswer> slots, List<PoolViews.View> seen) {
        var findings = new ArrayList<>(findingsOfSlots(slots));
        seen.stream().flatMap(view -> view.finding().stream()).forEach(findings::add);
        return findings;
    }

    private static Stream<Finding> finding(SlotAnswer slot) {
        var name = slot.slot();
        return switch (slot.state()) {
            case ONLINE -> full(slot);
            case READONLY ->
                slot.because() == null
                        ? Stream.of()
                        : Stream.of(new Finding(
                                "DRIVE_READ_ONLY",
                                Severity.WARNING,
                                "slot %s takes no writes: %s".formatted(name, slot.because()),
                                "eject it and check it on its own: usenet storage eject " + name));
            case MISSING ->
                Stream.of(new Finding(
                        "DRIVE_MISSING",
                        Severity.ERROR,
                        "the drive of slot %s (%s) is not there".formatted(name, title(slot)),
                        "plug it in; it comes back to the same place by itself"));
            case CLONE ->
                Stream.of(new Finding(
                        "DRIVE_IS_A_COPY",
                        Severity.ERROR,
                        "slot %s stays empty: %s".formatted(name, slot.because()),
                        "keep the right one plugged in, then: usenet storage mount " + name));
            case FLAPPING ->
                Stream.of(new Finding(
                        "DRIVE_FLAPPING",
                        Severity.WARNING,
                        "the drive of slot %s comes and goes".formatted(name),
                        "check its cable and power, then: usenet storage mount " + name));
            case FAILED ->
                Stream.of(new Finding(
                        "DRIVE_FAILED",
                        Severity.ERROR,
                        "slot %s is not mounted: %s".formatted(name, slot.because()),
                        "when that is settled: usenet storage mount " + name));
            case EJECTING, EJECTED, UNMOUNTED -> Stream.of();
        };
    }

    private static Stream<Finding> full(SlotAnswer slot) {
        var size = slot.sizeBytes();
        var free = slot.freeBytes();
        return size != null && free != null && free < size * NEARLY_FULL
                ? Stream.of(new Finding(
                        "DRIVE_FULL",
                        Severity.WARNING,
                        "slot %s is full: %d MB are free".formatted(slot.slot(), free / 1_000_000),
                        "delete something, or add a drive: usenet storage discover"))
                : Stream.of();
    }

    private static String title(SlotAnswer slot) {
        var model = slot.model() == null ? slot.id() : slot.model();
        return slot.serial() == null ? model : model + " " + slot.serial();
    }

    private static long sum(Stream<@Nullable Long> figures) {
        return figures.mapToLong(figure -> figure == null ? 0 : figure).sum();
    }
}
