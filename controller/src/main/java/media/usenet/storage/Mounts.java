package media.usenet.storage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// What is mounted now.
public final class Mounts {

    private final Path mountinfo;
    private volatile Read last = new Read("", List.of());

    private record Read(String text, List<Mount> mounts) {}

    /// @param mountinfo `/proc/self/mountinfo` on a real host
    public Mounts(Path mountinfo) {
        this.mountinfo = mountinfo;
    }

    public List<Mount> all() {
        try {
            var text = Files.readString(mountinfo);
            var now = last;
            if (!now.text().equals(text)) {
                // Asked several times on the way of a drive into its place, and nearly always the same.
                now = new Read(text, List.copyOf(Mount.parse(text)));
                last = now;
            }
            return now.mounts();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The mount that a path lies on. The last of several on one point hides the others.
    public static Optional<Mount> holding(Path path, List<Mount> mounts) {
        return mounts.reversed().stream()
                .filter(mount -> path.startsWith(mount.point()))
                .max(Comparator.comparingInt(mount -> mount.point().getNameCount()));
    }
}
