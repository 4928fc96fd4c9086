package media.usenet.library;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import media.usenet.mover.SlotSource;

/// The drives and folders that the library is on, as they are at this moment.
final class Roots {

    private final SlotSource slots;
    private final List<Path> folders;

    /// @param folders that the settings name beside the pool's slots
    Roots(SlotSource slots, List<Path> folders) {
        this.slots = slots;
        this.folders = List.copyOf(folders);
    }

    /// A folder within another one or within a slot is left out: its files are found there.
    List<Root> all() {
        var all = new ArrayList<Root>();
        slots.slots().forEach(slot -> all.add(new Root(slot.name(), slot.path(), true, slot.online())));
        folders.stream()
                .map(Roots::real)
                .sorted()
                .filter(folder -> all.stream().noneMatch(root -> folder.startsWith(root.path())))
                .forEach(folder -> all.add(new Root(folder.toString(), folder, false, Files.isDirectory(folder))));
        return all;
    }

    /// Links followed, as far as it is there.
    static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException _) {
            return path.toAbsolutePath().normalize();
        }
    }

    Optional<Root> find(String slot) {
        return all().stream().filter(root -> root.slot().equals(slot)).findFirst();
    }

    /// The one that the path lies in.
    Optional<Root> of(Path path) {
        return all().stream().filter(root -> path.startsWith(root.path())).findFirst();
    }

    Set<String> online() {
        return all().stream().filter(Root::online).map(Root::slot).collect(Collectors.toSet());
    }
}
