package media.usenet.mover;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A door: which slots there are, and how they stand at this moment. Answers from memory, never from a drive, since
/// it is asked while files are copied; safe for several threads.
public interface SlotSource {

    /// Every slot, also those whose drive is missing; none that is a union.
    List<Slot> slots();

    /// The empty folder `<pool>/root/<name>` on the guard, made where it is missing, for a union to be mounted at.
    Path place(String name);

    default Optional<Slot> find(String name) {
        return slots().stream().filter(slot -> slot.name().equals(name)).findFirst();
    }
}
