package media.usenet.library;

import java.nio.file.Path;
import java.util.List;

/// A drive or a folder whose files the catalog has.
///
/// @param slot the slot's name; for a folder of the settings, its path
/// @param drive whether it is a slot, of which `drives` sees to it that always the same file system is mounted there
/// @param online whether its files can be read now
record Root(String slot, Path path, boolean drive, boolean online) {

    /// What of it is looked at.
    List<Path> folders() {
        return drive ? List.of(path.resolve("media"), path.resolve("downloads")) : List.of(path);
    }

    Area area(Path relative) {
        if (!drive) {
            return Area.FOLDER;
        }
        return relative.startsWith("downloads") ? Area.DOWNLOADS : Area.MEDIA;
    }
}
