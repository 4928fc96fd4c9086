package media.usenet.library;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import media.usenet.ffmpeg.MediaFacts;
import org.jspecify.annotations.Nullable;

/// A file as it is answered over HTTP: with the words that it is counted by.
///
/// @param kind `video`, `audio` or `none`
/// @param resolution `2160p`, `1080p` ...; `-` where there is no picture, as with `codec` and `hdr`
/// @param audio the codec of the first sound
/// @param durationMillis null where it is not known
/// @param bitrate of the whole file, in bits a second; 0 where it is not known
/// @param facts null in lists, and where looking into it gave none
record FileAnswer(
        long id,
        String slot,
        String area,
        Path path,
        long bytes,
        Instant modified,
        long device,
        long inode,
        int links,
        String presence,
        String status,
        @Nullable String trouble,
        String kind,
        String resolution,
        String codec,
        String hdr,
        String audio,
        List<String> languages,
        @Nullable Long durationMillis,
        long bitrate,
        Instant seen,
        @Nullable Instant probed,
        @Nullable MediaFacts facts) {

    /// @param whole with all the facts
    static FileAnswer of(LibraryFile file, boolean whole) {
        var facts = file.facts();
        var words = CellWords.of(facts);
        long duration = FactColumns.durationMillis(facts);
        return new FileAnswer(
                file.id(),
                file.slot(),
                file.area().word(),
                file.path(),
                file.bytes(),
                file.modified(),
                file.key().device(),
                file.key().inode(),
                file.links(),
                file.presence().word(),
                file.status().word(),
                file.trouble(),
                words.kind(),
                words.resolution(),
                words.codec(),
                words.hdr(),
                words.audio(),
                words.languages(),
                duration > 0 ? (Long) duration : null,
                FactColumns.bitrate(facts),
                file.seen(),
                file.probed(),
                whole ? facts : null);
    }
}
