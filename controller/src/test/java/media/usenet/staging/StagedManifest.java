package media.usenet.staging;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import media.usenet.archive.Manifest;
import media.usenet.archive.Manifest.HostFacts;

/// A manifest of what was staged, with nothing about a machine in it.
public final class StagedManifest {

    private StagedManifest() {}

    static Manifest of(Staged staged) {
        return of(staged, "20261120T180000Z-abcd");
    }

    public static Manifest of(Staged staged, String id) {
        return new Manifest(
                Manifest.FORMAT,
                id,
                Instant.now(),
                "config",
                "named, with a comma",
                null,
                "nightly",
                "test",
                new HostFacts("", "", "", "", 0, 0, ""),
                new Manifest.Owner(0, 0),
                Map.of(),
                List.of(),
                List.of(),
                staged.databases(),
                staged.entries(),
                staged.findings());
    }
}
