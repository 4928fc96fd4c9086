package media.usenet.mover;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;

/// One file of a slot, under all the names it has there: hard links move together or not at all.
///
/// @param names relative to the slot, sorted
/// @param symbolicLink whether it only names another file
record LibraryFile(List<String> names, long sizeBytes, Instant modified, boolean symbolicLink) {

    LibraryFile {
        names = List.copyOf(new TreeSet<>(names));
        if (names.isEmpty() || names.stream().anyMatch(name -> leavesItsSlot(Path.of(name)))) {
            throw new IllegalArgumentException("not the names of a file in a slot: " + names);
        }
    }

    private static boolean leavesItsSlot(Path name) {
        return name.isAbsolute()
                || !name.normalize().equals(name)
                || name.startsWith("..")
                || name.toString().isEmpty();
    }

    String name() {
        return names.getFirst();
    }
}
