package media.usenet.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// A folder held open: what is reached through it lies on the file system that it lay on when it was opened,
/// whatever has been mounted or unmounted there since.
public final class HeldFolder implements AutoCloseable {

    /// `RESOLVE_NO_XDEV`, `RESOLVE_NO_SYMLINKS`, `RESOLVE_BENEATH` of openat2(2).
    private static final long STRICTLY_BENEATH = 0x01 | 0x04 | 0x08;

    private static final int RENAME_NOREPLACE = 1;
    private static final int RENAME_EXCHANGE = 2;
    private static final int HOW_BYTES = 24;

    private final int descriptor;

    private HeldFolder(int descriptor) throws IOException {
        this.descriptor = descriptor;
        if (!Files.isDirectory(path())) {
            close();
            throw new ErrnoException("open", Errno.ENOTDIR.number());
        }
    }

    public static HeldFolder open(Path folder) throws IOException {
        try {
            return new HeldFolder(FileLibrary.open(folder.toString(), FileLibrary.NON_BLOCKING_CLOSE_ON_EXEC));
        } catch (LastErrorException e) {
            throw new ErrnoException("open(%s)".formatted(folder), e.getErrorCode());
        }
    }

    /// Opens a folder below. Follows no link and crosses onto no other mount: `ELOOP` and `EXDEV` where one is
    /// met.
    public HeldFolder beneath(Path relative) throws IOException {
        var name = relative.toString().isEmpty() ? "." : relative.toString();
        try (var how = new Memory(HOW_BYTES)) {
            how.setLong(0, FileLibrary.NON_BLOCKING_CLOSE_ON_EXEC);
            how.setLong(8, 0);
            how.setLong(16, STRICTLY_BENEATH);
            var opened = FileLibrary.syscall(FileLibrary.OPENAT2, descriptor, name, how, new NativeLong(HOW_BYTES));
            return new HeldFolder(opened.intValue());
        } catch (LastErrorException e) {
            throw new ErrnoException("openat2(%s)".formatted(relative), e.getErrorCode());
        }
    }

    /// The folder itself, whatever its name leads to now. Good until it is closed.
    public Path path() {
        return Path.of("/proc/self/fd", String.valueOf(descriptor));
    }

    /// The number of its file system's device.
    public long device() throws IOException {
        return (long) Files.getAttribute(path(), "unix:dev");
    }

    /// Renames, and never replaces: `EEXIST` where the new name is taken.
    public void rename(String name, HeldFolder to, String newName) throws IOException {
        try {
            FileLibrary.renameat2(descriptor, name, to.descriptor, newName, RENAME_NOREPLACE);
        } catch (LastErrorException e) {
            if (e.getErrorCode() != Errno.EINVAL.number()
                    || Files.exists(to.path().resolve(newName))) {
                throw new ErrnoException("renameat2(%s, %s)".formatted(name, newName), e.getErrorCode());
            }
            // FUSE file systems of the old interface know no flags. Looked for just now, it is not there.
            Files.move(path().resolve(name), to.path().resolve(newName));
        }
    }

    /// Lets two names in it change what they mean, at once: at no moment is either missing. `EINVAL` where the
    /// file system cannot.
    public void exchange(String name, String other) throws ErrnoException {
        try {
            FileLibrary.renameat2(descriptor, name, descriptor, other, RENAME_EXCHANGE);
        } catch (LastErrorException e) {
            throw new ErrnoException("renameat2(%s, %s, RENAME_EXCHANGE)".formatted(name, other), e.getErrorCode());
        }
    }

    /// Puts on the device which names the folder has; fsync(2).
    public void sync() throws ErrnoException {
        try {
            FileLibrary.fsync(descriptor);
        } catch (LastErrorException e) {
            throw new ErrnoException("fsync", e.getErrorCode());
        }
    }

    @Override
    public void close() throws ErrnoException {
        try {
            FileLibrary.close(descriptor);
        } catch (LastErrorException e) {
            throw new ErrnoException("close", e.getErrorCode());
        }
    }
}
