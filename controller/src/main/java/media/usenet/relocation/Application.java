package media.usenet.relocation;

import java.util.List;
import java.util.Optional;

/// One that holds folders and can be told where they are now.
sealed interface Application permits ArrFolders, QBittorrentFolders, SabnzbdFolders, TransmissionFolders {

    /// Replaces a folder by another wherever it is held.
    ///
    /// @return what was changed, one sentence each
    List<String> relocate(String from, String to);

    /// The folder under its new path; empty for one that lies elsewhere.
    static Optional<String> below(String folder, String from, String to) {
        return folder.equals(from) || folder.startsWith(from + "/")
                ? Optional.of(to + folder.substring(from.length()))
                : Optional.empty();
    }
}
