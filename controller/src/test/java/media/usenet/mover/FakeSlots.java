package media.usenet.mover;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Slots that are folders below one, and that a test takes away and gives back.
public final class FakeSlots implements SlotSource {

    private final Path root;
    private final Map<String, Slot> slots = new LinkedHashMap<>();

    public FakeSlots(Path root, String... names) throws IOException {
        this.root = root;
        for (var name : names) {
            Files.createDirectories(root.resolve(name));
            slots.put(name, new Slot(name, root.resolve(name), true, false, "ext4", 1L << 40, 1L << 39));
        }
    }

    public synchronized FakeSlots online(String name, boolean online) {
        slots.computeIfPresent(
                name,
                (_, slot) -> new Slot(
                        name, slot.path(), online, false, slot.fileSystem(), slot.sizeBytes(), slot.freeBytes()));
        return this;
    }

    public synchronized FakeSlots sized(String name, String fileSystem, long size, long free) {
        slots.put(name, new Slot(name, root.resolve(name), true, false, fileSystem, size, free));
        return this;
    }

    @Override
    public synchronized List<Slot> slots() {
        return new ArrayList<>(slots.values());
    }

    @Override
    public Path place(String name) {
        try {
            return Files.createDirectories(root.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public Path path(String name) {
        return root.resolve(name);
    }
}
