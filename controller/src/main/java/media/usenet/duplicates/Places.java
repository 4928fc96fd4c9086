package media.usenet.duplicates;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import media.usenet.mover.Slot;
import media.usenet.mover.SlotSource;

/// The slots of the pool, and the library's folders beside it: each has a trash of its own.
final class Places implements SlotSource {

    private final SlotSource slots;
    private final List<Path> folders;

    /// @param folders which the settings name; the library knows them by their paths
    Places(SlotSource slots, List<Path> folders) {
        this.slots = slots;
        this.folders = List.copyOf(folders);
    }

    @Override
    public List<Slot> slots() {
        var all = new ArrayList<>(slots.slots());
        folders.forEach(folder -> all.add(
                new Slot(folder.toString(), folder, Files.isDirectory(folder), !Files.isWritable(folder), "", 0, 0)));
        return all;
    }

    @Override
    public Path place(String name) {
        return slots.place(name);
    }
}
