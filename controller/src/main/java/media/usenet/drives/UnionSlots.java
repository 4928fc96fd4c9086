package media.usenet.drives;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import media.usenet.drives.Capacity.Space;
import media.usenet.mover.Slot;
import media.usenet.mover.SlotSource;
import media.usenet.pool.SlotName;

/// The slots as a union and the mover of files see them: none while drives are not looked after.
final class UnionSlots implements SlotSource {

    private final Supplier<Storage> storage;

    UnionSlots(Supplier<Storage> storage) {
        this.storage = storage;
    }

    @Override
    public List<Slot> slots() {
        return storage.get()
                .ifOn()
                .map(on ->
                        on.roster().all().stream().map(slot -> slot(slot, on)).toList())
                .orElse(List.of());
    }

    @Override
    public Path place(String name) {
        return storage.get().on().slots().make(new SlotName(name));
    }

    private static Slot slot(KnownSlot slot, Drives on) {
        var place = on.keeper().place(slot.slot());
        var state = on.board().state(slot.slot()).orElse(SlotState.MISSING);
        var space = state.readable() ? space(place, on.capacity()) : Optional.<Space>empty();
        return new Slot(
                slot.slot(),
                place,
                space.isPresent(),
                slot.readOnly() || state == SlotState.READONLY,
                slot.drive() == null ? "" : slot.drive().id().type(),
                space.map(Space::sizeBytes).orElse(0L),
                space.map(Space::freeBytes).orElse(0L));
    }

    private static Optional<Space> space(Path place, Capacity capacity) {
        return capacity.remembered(place).or(() -> capacity.of(place));
    }
}
