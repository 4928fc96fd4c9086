package media.usenet.formats;

import java.util.Locale;

/// Whose custom formats they are: each has its own numbers for the same things.
public enum Application {
    RADARR,
    SONARR;

    /// What it looks after: `films`, `series`.
    public String content() {
        return this == RADARR ? "films" : "series";
    }

    /// As folders are called: `radarr`.
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
