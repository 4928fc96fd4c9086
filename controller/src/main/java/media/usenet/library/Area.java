package media.usenet.library;

import java.util.Locale;

/// What the folder is for that a file lies in.
public enum Area {
    /// `media` of a slot.
    MEDIA,
    /// `downloads` of a slot: may still be seeded, and may go away by itself.
    DOWNLOADS,
    /// A folder that the settings name.
    FOLDER;

    /// As it stands in answers and in the database.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
