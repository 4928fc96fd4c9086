package media.usenet.linux;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Which error number stands behind a failure that Java tells as the C library's text, in whatever language.
public final class ErrorText {

    private ErrorText() {}

    public static Errno errno(IOException failure) {
        return switch (failure) {
            case ErrnoException known -> known.errno();
            case NoSuchFileException _ -> Errno.ENOENT;
            case FileAlreadyExistsException _ -> Errno.EEXIST;
            case FileSystemException told -> of(String.valueOf(told.getReason()));
            default -> of(String.valueOf(failure.getMessage()));
        };
    }

    private static Errno of(String text) {
        for (var errno : Errno.values()) {
            if (errno != Errno.OTHER && FileLibrary.strerror(errno.number()).equals(text)) {
                return errno;
            }
        }
        return Errno.OTHER;
    }
}
