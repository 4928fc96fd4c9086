package media.usenet.trash;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;

/// A file as it was when a plan was made; by this it is known again, and a change of it noticed.
///
/// @param slot the drive's place, by its name
/// @param name below the slot: `media/movies/Sintel (2010)/Sintel.mkv`
/// @param modified as exactly as the file system keeps it
public record Seen(String slot, String name, long bytes, Instant modified, long inode) {

    public Seen {
        var path = Path.of(name);
        if (name.isEmpty() || path.isAbsolute() || !path.equals(path.normalize()) || path.startsWith("..")) {
            throw new IllegalArgumentException("not a file's name below its slot: " + name);
        }
        if (bytes < 0) {
            throw new IllegalArgumentException("%s has %d bytes".formatted(name, bytes));
        }
    }

    /// The folder that it lies in, below the slot; empty for the slot's root.
    Path folder() {
        return Objects.requireNonNullElse(Path.of(name).getParent(), Path.of(""));
    }

    String last() {
        return Path.of(name).getFileName().toString();
    }

    boolean sameFileAs(Seen other) {
        return slot.equals(other.slot) && (inode == other.inode || name.equals(other.name));
    }

    boolean is(Stat now) {
        return now.regular()
                && now.inode() == inode
                && now.bytes() == bytes
                && now.modified().equals(modified);
    }

    @Override
    public String toString() {
        return slot + "/" + name;
    }
}
