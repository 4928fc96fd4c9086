package media.usenet.library;

import java.util.Locale;
import java.util.Set;

/// Which files and folders belong into the catalog, by their names alone.
final class MediaFiles {

    private static final Set<String> ENDINGS = Set.of(
            // Films.
            "3gp mkv mp4 m4v mov avi divx wmv asf flv webm ts m2ts mts mpg mpeg m2v vob ogv ogm rm rmvb mxf"
                    .split(" "));

    private static final Set<String> SOUND_ENDINGS =
            Set.of("mp3 flac m4a m4b aac ac3 eac3 dts ogg oga opus wav w64 wma ape wv aif aiff mka mpc dsf tta tak"
                    .split(" "));

    /// What network storage, Windows and file systems put beside people's files. `incomplete` holds downloads under
    /// way.
    private static final Set<String> OTHERS_FOLDERS =
            Set.of("lost+found", "@eadir", "#recycle", "$recycle.bin", "system volume information", "incomplete");

    private MediaFiles() {}

    static boolean file(String name) {
        int dot = name.lastIndexOf('.');
        if (dot < 0 || name.startsWith(".")) {
            return false;
        }
        var ending = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return ENDINGS.contains(ending) || SOUND_ENDINGS.contains(ending);
    }

    /// Hidden ones hold what was thrown away, thumbnails and versions.
    static boolean folder(String name) {
        return !name.startsWith(".") && !OTHERS_FOLDERS.contains(name.toLowerCase(Locale.ROOT));
    }
}
