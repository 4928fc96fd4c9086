package media.usenet.library;

import java.util.Locale;

/// Whether a file is there.
public enum Presence {
    PRESENT,
    /// Its drive or folder is not there, so nobody can tell.
    UNKNOWN;

    /// As it stands in answers.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
