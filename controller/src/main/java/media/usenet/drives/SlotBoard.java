package media.usenet.drives;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import media.usenet.drives.DriveEvent.Kind;
import media.usenet.effect.Steps;
import media.usenet.event.EventLog;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// How every slot stands, and what happened to it.
final class SlotBoard {

    private static final Logger log = LoggerFactory.getLogger(SlotBoard.class);
    private static final int KEPT = 1_000;

    private final InstantSource clock;
    private final List<DriveListener> listeners;
    private final EventLog<DriveEvent> events = new EventLog<>(KEPT);
    private final Map<String, SlotStatus> statuses = new ConcurrentHashMap<>();

    SlotBoard(InstantSource clock, List<DriveListener> listeners) {
        this.clock = clock;
        this.listeners = List.copyOf(listeners);
    }

    EventLog<DriveEvent> events() {
        return events;
    }

    Optional<SlotStatus> status(String slot) {
        return Optional.ofNullable(statuses.get(slot));
    }

    Instant now() {
        return clock.instant();
    }

    Optional<SlotState> state(String slot) {
        return status(slot).map(SlotStatus::state);
    }

    /// Sets how a slot stands, and tells it where it differs from before.
    void set(String slot, SlotState state, @Nullable String device, @Nullable String because, Steps steps) {
        var earlier = statuses.get(slot);
        if (earlier != null && earlier.same(state, device, because)) {
            return;
        }
        boolean changed = earlier == null || earlier.state() != state;
        var since = earlier == null || changed ? clock.instant() : earlier.since();
        statuses.put(slot, new SlotStatus(state, since, device, because));
        if (changed) {
            var before = earlier == null ? null : earlier.state();
            tell(kind(before, state), slot, state, text(slot, before, state, because), steps);
        }
    }

    void tell(Kind kind, @Nullable String slot, @Nullable SlotState state, String text, Steps steps) {
        var event = new DriveEvent(clock.instant(), kind, slot, state, text, steps.totalMillis(), steps.all());
        listeners.forEach(listener -> listener.onDrive(event));
        events.tell(event);
        switch (kind) {
            case YANKED, CLONE, FLAPPING, FAILED -> log.warn("{}. Look with: usenet storage status", text);
            default -> log.info("{}, {} ms", text, event.millis());
        }
    }

    void tellOfRound() {
        listeners.forEach(DriveListener::onRound);
    }

    void forget(String slot) {
        statuses.remove(slot);
    }

    private static Kind kind(@Nullable SlotState before, SlotState now) {
        return switch (now) {
            case ONLINE -> before == SlotState.MISSING ? Kind.RETURNED : Kind.MOUNTED;
            case READONLY -> Kind.READONLY;
            case EJECTING -> Kind.EJECTING;
            case EJECTED -> Kind.EJECTED;
            case UNMOUNTED -> Kind.UNMOUNTED;
            case MISSING -> Kind.YANKED;
            case CLONE -> Kind.CLONE;
            case FLAPPING -> Kind.FLAPPING;
            case FAILED -> Kind.FAILED;
        };
    }

    private static String text(String slot, @Nullable SlotState before, SlotState now, @Nullable String because) {
        var reason = because == null ? "" : ": " + because;
        return switch (now) {
            case ONLINE ->
                slot
                        + switch (before) {
                            case MISSING -> " is back";
                            case EJECTING -> " stays mounted: it is in use";
                            case null, default -> " was mounted";
                        };
            case READONLY -> slot + " is read-only" + reason;
            case EJECTING -> slot + " is being ejected";
            case EJECTED -> slot + " was ejected";
            case UNMOUNTED -> slot + " was unmounted";
            case MISSING -> slot + " is missing" + reason;
            case CLONE -> slot + " stays unmounted" + reason;
            case FLAPPING -> slot + " is left alone for a while" + reason;
            case FAILED -> slot + " failed" + reason;
        };
    }
}
