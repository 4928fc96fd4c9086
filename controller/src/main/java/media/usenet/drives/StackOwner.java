package media.usenet.drives;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import media.usenet.problem.ProblemException;
import media.usenet.settings.StackSettings.Owner;

/// Whom files belong to where a file system or a new folder asks for it: kept in mind, because reading the settings
/// takes longer than a mount.
final class StackOwner {

    private final Supplier<Owner> settings;
    private volatile Owner last;

    /// @throws ProblemException `SETTINGS_INVALID`
    StackOwner(Supplier<Owner> settings) {
        this.settings = settings;
        this.last = settings.get();
    }

    Owner get() {
        return last;
    }

    /// Changes only what is not so already: file systems that know no owners refuse to be asked, and all on them
    /// belongs
    /// to the one they were mounted for.
    void give(Path folder) throws IOException {
        var now = Files.readAttributes(folder, "unix:uid,gid");
        if (!now.equals(Map.of("uid", last.uid(), "gid", last.gid()))) {
            Files.setAttribute(folder, "unix:uid", last.uid());
            Files.setAttribute(folder, "unix:gid", last.gid());
        }
    }

    /// Settings that cannot be read change nothing: that is told where they are used.
    void refresh() {
        try {
            last = settings.get();
        } catch (ProblemException _) {
            return;
        }
    }
}
