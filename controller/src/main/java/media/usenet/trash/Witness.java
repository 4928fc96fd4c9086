package media.usenet.trash;

import java.nio.file.Path;

/// A door: whoever can say whether files are in use. Asked right before a file is taken, from any thread; one
/// that gets no answer itself says [Use.Unknown] and does not throw.
public interface Witness {

    Question question();

    /// @param file absolute, as this machine sees it
    Use use(Path file);
}
