package media.usenet.mover;

import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// How much room each slot has while moves are planned, and what it can take.
final class Room {

    private final Map<String, Slot> slots = new LinkedHashMap<>();
    private final Map<String, Long> free = new LinkedHashMap<>();
    private final Map<String, Set<String>> taken = new LinkedHashMap<>();
    private final long minFreeBytes;

    Room(Collection<Inventory> inventories, long minFreeBytes) {
        this.minFreeBytes = minFreeBytes;
        for (var inventory : inventories) {
            var name = inventory.slot().name();
            slots.put(name, inventory.slot());
            free.put(name, inventory.slot().freeBytes());
            var names = new HashSet<String>();
            inventory.files().forEach(file -> names.addAll(file.names()));
            inventory.left().forEach(left -> names.add(left.name()));
            taken.put(name, names);
        }
    }

    double freePercent(String slot) {
        return 100.0 * free(slot) / Math.max(1, slot(slot).sizeBytes());
    }

    long free(String slot) {
        return free.getOrDefault(slot, 0L);
    }

    Slot slot(String name) {
        return Optional.ofNullable(slots.get(name)).orElseThrow();
    }

    boolean fits(long bytes, String slot) {
        return slot(slot).writable() && free(slot) - bytes >= minFreeBytes;
    }

    /// @return why one of the files cannot be there; empty when all can
    Optional<String> refusal(Collection<LibraryFile> files, String to) {
        var limits = new FileSystemLimits(slot(to).fileSystem());
        return files.stream()
                .flatMap(file -> refusal(file, limits, to).stream())
                .findFirst();
    }

    private Optional<String> refusal(LibraryFile file, FileSystemLimits limits, String to) {
        var there = taken.getOrDefault(to, Set.of());
        return file.names().stream()
                .filter(there::contains)
                .findFirst()
                .map(name -> "%s has a %s too".formatted(to, name))
                .or(() -> limits.refusal(file).map(reason -> "%s: %s".formatted(to, reason)));
    }

    List<Move> move(Collection<LibraryFile> files, String from, String to) {
        for (var file : files) {
            free.merge(from, file.sizeBytes(), Long::sum);
            free.merge(to, -file.sizeBytes(), Long::sum);
            taken.getOrDefault(to, new HashSet<>()).addAll(file.names());
        }
        return files.stream().map(file -> new Move(from, to, file)).toList();
    }
}
