package media.usenet.linux;

import java.nio.file.Path;
import java.util.Set;

/// A door to the world: mount(2) and umount2(2), and what is asked of a mounted file system or its device.
///
/// Every call may block for as long as the device takes, for ever on one that hangs: never call from a thread that
/// something else waits for. None starts a program.
public interface MountCalls {

    /// Mounts a file system that the kernel has a driver for.
    ///
    /// @param source device, or what the type takes instead (`tmpfs`)
    /// @param options the driver's own, comma-separated; empty for none
    void mount(String source, Path target, String type, Set<MountFlag> flags, String options) throws ErrnoException;

    /// Shows the folder `source` at `target` too, without what is mounted below it.
    void bind(Path source, Path target) throws ErrnoException;

    /// Changes the flags of one mount, not of its file system: a read-only bind of a writable file system.
    void remountBind(Path target, Set<MountFlag> flags) throws ErrnoException;

    /// Changes flags and options of the file system itself, wherever else it is mounted.
    void remount(Path target, Set<MountFlag> flags, String options) throws ErrnoException;

    /// Moves a mount in one step. The parent of `from` must be private.
    void move(Path from, Path to) throws ErrnoException;

    /// @param recursive also of every mount below it
    void propagation(Path target, Propagation propagation, boolean recursive) throws ErrnoException;

    /// Unmounts what nothing uses; `EBUSY` while anything does, in containers too.
    void unmount(Path target) throws ErrnoException;

    /// Takes the mount out of every name space at once, whoever uses it; the file system ends with its last user
    /// (`MNT_DETACH`). Where that last user is this call, it writes the file system out, and waits for the device.
    void detach(Path target) throws ErrnoException;

    /// Writes everything cached for this file system to its device; syncfs(2).
    ///
    /// @param path anything on it
    void sync(Path path) throws ErrnoException;

    /// Flushes the file system, freezes its image consistent, and ends all access to it: users get `EIO` from now on
    /// (`FS_IOC_SHUTDOWN`, flag 0). ext4, xfs and f2fs can; others answer `ENOTTY` or `EOPNOTSUPP`.
    void shutDown(Path mountPoint) throws ErrnoException;

    /// Writes what the block layer holds for the device; `BLKFLSBUF`.
    void flushBuffers(Path device) throws ErrnoException;

    /// Reads a block of 4096 bytes past the page cache, which would still answer for a drive that broke (`O_DIRECT`).
    ///
    /// @param block counted from 0
    void readBlock(Path device, long block) throws ErrnoException;

    /// Whether nothing holds the device: it can be opened exclusively; open(2) on `O_EXCL`.
    boolean isFree(Path device) throws ErrnoException;

    /// Lets nobody, root neither, make or remove anything in the folder until `chattr -i`; what is mounted on it is
    /// another matter (`FS_IOC_SETFLAGS`). File systems without such a flag answer `ENOTTY` or `EOPNOTSUPP`.
    void makeImmutable(Path folder) throws ErrnoException;
}
