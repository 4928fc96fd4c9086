package media.usenet.golden;

import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import media.usenet.settings.ResourceProfile.Share;
import media.usenet.settings.StackSettings;
import media.usenet.settings.StackSettings.Folders;
import media.usenet.settings.StackSettings.Owner;
import media.usenet.settings.StackSettings.Publish;

/// The defaults that tests plan with: those of an installed machine.
public final class TestSettings {

    private TestSettings() {}

    public static StackSettings defaults() {
        return with(Path.of("/var/lib/usenet/apps"), Path.of("/srv/pool"));
    }

    public static StackSettings with(Path config, Path pool) {
        return new StackSettings(
                Optional.empty(),
                new Share(50, 50),
                new Owner(1000, 1000, "002"),
                "Etc/UTC",
                "localhost",
                Publish.LOCALHOST,
                new Folders(config, pool, Optional.empty(), Optional.empty()),
                Map.of(),
                Map.of());
    }
}
