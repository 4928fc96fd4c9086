package media.usenet.hardware;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// A machine as files, so that what was seen of it can be read again elsewhere.
///
/// @param name for the folder to write it into
record HardwareCapture(String name, List<File> files) {

    HardwareCapture {
        files = List.copyOf(files);
    }

    /// Either a text or a link.
    ///
    /// @param path relative to the folder
    record File(
            String path, @Nullable String text, @Nullable String link) {

        static File text(String path, String text) {
            return new File(path, text, null);
        }
    }
}
