package media.usenet.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Platform;
import java.nio.file.Path;

/// An open file descriptor of this process, not passed on to the programs it starts.
record Descriptor(int number) implements AutoCloseable {

    /// Numbers of asm-generic/fcntl.h, which x86, Arm and RISC-V share.
    static final int EXCLUSIVE = 0x80;

    static final int NON_BLOCKING = 0x800;
    static final int CLOSE_ON_EXEC = 0x80000;
    /// Past the page cache. Arm numbers it in its own way.
    static final int DIRECT = Platform.isARM() ? 0x10000 : 0x4000;

    /// Opens for reading.
    ///
    /// @param flags of open(2), besides those
    static Descriptor open(Path path, int flags) throws ErrnoException {
        try {
            return new Descriptor(LibC.open(path.toString(), flags | CLOSE_ON_EXEC));
        } catch (LastErrorException e) {
            throw new ErrnoException("open(%s)".formatted(path), e.getErrorCode());
        }
    }

    @Override
    public void close() throws ErrnoException {
        try {
            LibC.close(number);
        } catch (LastErrorException e) {
            throw new ErrnoException("close(%d)".formatted(number), e.getErrorCode());
        }
    }
}
