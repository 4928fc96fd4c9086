package media.usenet.copies;

import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.CancellationException;
import media.usenet.linux.Errno;
import media.usenet.linux.ErrorText;

/// Ends the reading of a file about which nothing can be said.
final class Unread extends Exception {

    private static final long serialVersionUID = 1;

    private final transient Finding finding;

    Unread(Path path, Finding.Kind kind, String because) {
        super(because, null, false, false);
        this.finding = new Finding(path, kind, because);
    }

    /// @throws CancellationException where the reading thread was interrupted, which says nothing about the file
    static Unread of(Path path, IOException failure) {
        return switch (failure) {
            case ClosedByInterruptException _ -> throw new CancellationException("interrupted while reading " + path);
            case NoSuchFileException _ -> new Unread(path, Finding.Kind.VANISHED, "it is not there any more");
            case AccessDeniedException _ -> new Unread(path, Finding.Kind.FORBIDDEN, "it may not be read");
            default -> of(path, failure, ErrorText.errno(failure));
        };
    }

    private static Unread of(Path path, IOException failure, Errno errno) {
        return switch (errno) {
            case ENOENT, ENOTDIR, ENODEV, ENXIO, ESTALE, ENOTCONN ->
                new Unread(path, Finding.Kind.VANISHED, "it or its drive is gone: " + errno.meaning());
            case EACCES, EPERM -> new Unread(path, Finding.Kind.FORBIDDEN, "it may not be read");
            default -> new Unread(path, Finding.Kind.UNREADABLE, String.valueOf(failure.getMessage()));
        };
    }

    static Unread changed(Content listed, long read) {
        return new Unread(
                listed.path(),
                Finding.Kind.CHANGED,
                "it had %,d bytes when it was listed, and %,d could be read".formatted(listed.bytes(), read));
    }

    Finding finding() {
        return finding;
    }
}
