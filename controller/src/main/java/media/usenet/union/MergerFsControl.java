package media.usenet.union;

import java.nio.file.Path;
import media.usenet.linux.Errno;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.ExtendedAttributes;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// What a running mergerfs is told and asked: extended attributes of the file `.mergerfs` in its root, which can be
/// neither listed nor opened.
final class MergerFsControl {

    private static final String PREFIX = "user.mergerfs.";

    private final Path file;

    MergerFsControl(Path union) {
        this.file = union.resolve(".mergerfs");
    }

    boolean answers() {
        try {
            ExtendedAttributes.get(file, PREFIX + "version");
            return true;
        } catch (ErrnoException _) {
            return false;
        }
    }

    String get(String key) {
        try {
            return ExtendedAttributes.get(file, PREFIX + key);
        } catch (ErrnoException e) {
            throw refused(e);
        }
    }

    /// Reads back what was written: only what mergerfs then says is true.
    void set(String key, String value) {
        try {
            ExtendedAttributes.set(file, PREFIX + key, value);
        } catch (ErrnoException e) {
            throw refused(e);
        }
        var now = get(key);
        if (!now.equals(value)) {
            throw new ProblemException(
                    Problem.UNION_FAILED,
                    "mergerfs took %s=%s, but has %s".formatted(key, value, now),
                    "take the union away and make it anew; the files stay where they are");
        }
    }

    private ProblemException refused(ErrnoException e) {
        var union = file.getParent();
        if (e.errno() == Errno.ENOTCONN) {
            return new ProblemException(
                    Problem.UNION_FAILED,
                    "the program behind the union %s has ended".formatted(union),
                    "nothing to do: it is mounted anew within 30 seconds",
                    e);
        }
        return new ProblemException(
                Problem.UNION_FAILED,
                "the union %s takes no changes while it runs: %s".formatted(union, e.getMessage()),
                "mergerfs older than 3.0 with xattr not set to nosys is needed: mergerfs -V",
                e);
    }
}
