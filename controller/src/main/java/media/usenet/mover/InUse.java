package media.usenet.mover;

import java.io.IOException;
import java.nio.file.Path;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.FileLease;
import media.usenet.linux.FileLease.Against;

/// Whether others have a file open, in whatever container and through whatever union.
final class InUse {

    private InUse() {}

    static boolean by(Against others, Drive drive, String name) throws IOException {
        try {
            drive.run(root ->
                    FileLease.take(root.path().resolve(Path.of(name)), others).close());
            return false;
        } catch (ErrnoException e) {
            return switch (e.errno()) {
                case EAGAIN -> true;
                // Some file systems have no leases; there the file's times alone tell of a change.
                case EINVAL, EOPNOTSUPP -> false;
                default -> throw e;
            };
        }
    }
}
