package media.usenet.linux;

import java.io.IOException;
import java.util.Locale;

/// A system call that the kernel refused.
public final class ErrnoException extends IOException {

    private static final long serialVersionUID = 1;

    private final Errno errno;

    /// @param call what was asked, with its arguments: `mount(/dev/sdb1, /srv/pool/root/films, ext4)`
    /// @param number the kernel's error number
    public ErrnoException(String call, int number) {
        super("%s: %s".formatted(call, Errno.of(number) == Errno.OTHER ? "errno " + number : text(Errno.of(number))));
        this.errno = Errno.of(number);
    }

    public Errno errno() {
        return errno;
    }

    private static String text(Errno errno) {
        return errno.name().toUpperCase(Locale.ROOT) + " (" + errno.meaning() + ")";
    }
}
