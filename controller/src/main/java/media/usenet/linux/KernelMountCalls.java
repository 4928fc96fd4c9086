package media.usenet.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import com.sun.jna.ptr.IntByReference;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/// The kernel's own answer to [MountCalls].
public final class KernelMountCalls implements MountCalls {

    /// Of linux/mount.h.
    private static final long REMOUNT = 1L << 5;

    private static final long BIND = 1L << 12;
    private static final long MOVE = 1L << 13;
    private static final long RECURSIVE = 1L << 14;
    private static final int DETACH = 2;
    /// What mount(2) ignores still has to be a text.
    private static final String IGNORED = "none";

    /// `_IOR('X', 125, __u32)` of linux/fs.h, in the encoding of asm-generic/ioctl.h: x86, Arm and RISC-V.
    private static final long SHUTDOWN = 0x8004587dL;
    /// `_IO(0x12, 97)`.
    private static final long FLUSH_BUFFERS = 0x1261L;
    /// `_IOR('f', 1, long)` and `_IOW('f', 2, long)`, which are long in name only: they carry 32 bits.
    private static final long GET_FLAGS = 0x80086601L;

    private static final long SET_FLAGS = 0x40086602L;
    private static final int IMMUTABLE = 0x10;
    private static final int BLOCK_BYTES = 4096;

    @Override
    public void mount(String source, Path target, String type, Set<MountFlag> flags, String options)
            throws ErrnoException {
        mount("mount(%s, %s, %s)".formatted(source, target, type), source, target, type, bits(flags), options);
    }

    @Override
    public void bind(Path source, Path target) throws ErrnoException {
        mount("bind(%s, %s)".formatted(source, target), source.toString(), target, null, BIND, "");
    }

    @Override
    public void remountBind(Path target, Set<MountFlag> flags) throws ErrnoException {
        mount("remountBind(%s, %s)".formatted(target, flags), IGNORED, target, null, REMOUNT | BIND | bits(flags), "");
    }

    @Override
    public void remount(Path target, Set<MountFlag> flags, String options) throws ErrnoException {
        mount("remount(%s, %s)".formatted(target, flags), IGNORED, target, null, REMOUNT | bits(flags), options);
    }

    @Override
    public void move(Path from, Path to) throws ErrnoException {
        mount("move(%s, %s)".formatted(from, to), from.toString(), to, null, MOVE, "");
    }

    @Override
    public void propagation(Path target, Propagation propagation, boolean recursive) throws ErrnoException {
        var flags = propagation.bit() | (recursive ? RECURSIVE : 0);
        mount("propagation(%s, %s)".formatted(target, propagation), IGNORED, target, null, flags, "");
    }

    @Override
    public void unmount(Path target) throws ErrnoException {
        unmount("unmount(%s)".formatted(target), target, 0);
    }

    @Override
    public void detach(Path target) throws ErrnoException {
        unmount("detach(%s)".formatted(target), target, DETACH);
    }

    @Override
    public void sync(Path path) throws ErrnoException {
        // Without waiting for a writer, should it be a pipe.
        opened("syncfs", path, Descriptor.NON_BLOCKING, LibC::syncfs);
    }

    @Override
    public void shutDown(Path mountPoint) throws ErrnoException {
        var flushFirst = new IntByReference(0);
        opened(
                "shutdown",
                mountPoint,
                0,
                descriptor -> LibC.ioctl(descriptor, new NativeLong(SHUTDOWN, true), flushFirst.getPointer()));
    }

    @Override
    public void flushBuffers(Path device) throws ErrnoException {
        opened(
                "flushBuffers",
                device,
                0,
                descriptor -> LibC.ioctl(descriptor, new NativeLong(FLUSH_BUFFERS, true), null));
    }

    @Override
    public void readBlock(Path device, long block) throws ErrnoException {
        try (var buffer = new Memory(2 * BLOCK_BYTES)) {
            var aligned = buffer.align(BLOCK_BYTES);
            opened(
                    "readBlock",
                    device,
                    Descriptor.DIRECT,
                    descriptor -> LibC.pread(descriptor, aligned, new NativeLong(BLOCK_BYTES), block * BLOCK_BYTES));
        }
    }

    @Override
    public boolean isFree(Path device) throws ErrnoException {
        try (var _ = Descriptor.open(device, Descriptor.EXCLUSIVE)) {
            return true;
        } catch (ErrnoException e) {
            if (e.errno() == Errno.EBUSY) {
                return false;
            }
            throw e;
        }
    }

    @Override
    public void makeImmutable(Path folder) throws ErrnoException {
        var flags = new IntByReference();
        opened("makeImmutable", folder, 0, descriptor -> {
            LibC.ioctl(descriptor, new NativeLong(GET_FLAGS, true), flags.getPointer());
            flags.setValue(flags.getValue() | IMMUTABLE);
            LibC.ioctl(descriptor, new NativeLong(SET_FLAGS, true), flags.getPointer());
        });
    }

    private static long bits(Set<MountFlag> flags) {
        return flags.stream().mapToLong(MountFlag::bit).reduce(0, (one, other) -> one | other);
    }

    private static void mount(
            String call, String source, Path target, @Nullable String type, long flags, String options)
            throws ErrnoException {
        try {
            LibC.mount(
                    source, target.toString(), type, new NativeLong(flags, true), options.isEmpty() ? null : options);
        } catch (LastErrorException e) {
            throw new ErrnoException(call, e.getErrorCode());
        }
    }

    private static void unmount(String call, Path target, int flags) throws ErrnoException {
        try {
            LibC.umount2(target.toString(), flags);
        } catch (LastErrorException e) {
            throw new ErrnoException(call, e.getErrorCode());
        }
    }

    private static void opened(String call, Path path, int flags, IntConsumer asked) throws ErrnoException {
        try (var file = Descriptor.open(path, flags)) {
            asked.accept(file.number());
        } catch (LastErrorException e) {
            throw new ErrnoException("%s(%s)".formatted(call, path), e.getErrorCode());
        }
    }
}
