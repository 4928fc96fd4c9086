package media.usenet.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The C library's calls upon files that Java has no words for, under their own names.
final class FileLibrary {

    /// `AT_FDCWD`: paths are those of this process.
    static final int HERE = -100;

    /// Flags of open(2) that mean the same on every architecture.
    static final int NON_BLOCKING_CLOSE_ON_EXEC = 0x800 | 0x80000;

    /// openat2(2) has no function in the C library; its number is that of every architecture.
    static final NativeLong OPENAT2 = new NativeLong(437);

    static {
        Native.register(
                FileLibrary.class,
                NativeLibrary.getInstance(Platform.C_LIBRARY_NAME, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8")));
    }

    private FileLibrary() {}

    static native int open(String path, int flags) throws LastErrorException;

    static native int openat(int folder, byte[] path, int flags) throws LastErrorException;

    static native int statx(int folder, byte[] path, int flags, int mask, Pointer status) throws LastErrorException;

    static native int ioctl(int descriptor, NativeLong request, Pointer argument) throws LastErrorException;

    static native int close(int descriptor) throws LastErrorException;

    static native int fsync(int descriptor) throws LastErrorException;

    static native int fcntl(int descriptor, int command, int argument) throws LastErrorException;

    static native NativeLong syscall(NativeLong number, int folder, String path, Pointer how, NativeLong bytes)
            throws LastErrorException;

    static native int renameat2(int folder, String name, int newFolder, String newName, int flags)
            throws LastErrorException;

    static native NativeLong getxattr(String path, String name, @Nullable Pointer value, NativeLong bytes)
            throws LastErrorException;

    static native int setxattr(String path, String name, byte[] value, NativeLong bytes, int flags)
            throws LastErrorException;

    static native String strerror(int number);
}
