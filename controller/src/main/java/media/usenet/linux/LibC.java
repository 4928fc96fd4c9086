package media.usenet.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Platform;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Functions of the C library under their own names. `errno` comes with the exception: JNA reads it before this thread
/// does anything else.
final class LibC {

    static {
        Native.register(
                LibC.class,
                NativeLibrary.getInstance(Platform.C_LIBRARY_NAME, Map.of(Library.OPTION_STRING_ENCODING, "UTF-8")));
    }

    private LibC() {}

    static native int open(String path, int flags) throws LastErrorException;

    static native int close(int descriptor) throws LastErrorException;

    static native NativeLong read(int descriptor, Pointer buffer, NativeLong bytes) throws LastErrorException;

    static native NativeLong pread(int descriptor, Pointer buffer, NativeLong bytes, long offset)
            throws LastErrorException;

    static native NativeLong write(int descriptor, Pointer buffer, NativeLong bytes) throws LastErrorException;

    static native int ioctl(int descriptor, NativeLong request, @Nullable Pointer argument) throws LastErrorException;

    static native int syncfs(int descriptor) throws LastErrorException;

    static native int mount(
            String source, String target, @Nullable String type, NativeLong flags, @Nullable String options)
            throws LastErrorException;

    static native int umount2(String target, int flags) throws LastErrorException;

    static native int socket(int domain, int type, int protocol) throws LastErrorException;

    static native int bind(int descriptor, Pointer address, int addressBytes) throws LastErrorException;

    static native int setsockopt(int descriptor, int level, int name, IntByReference value, int valueBytes)
            throws LastErrorException;

    static native NativeLong recvfrom(
            int descriptor, Pointer buffer, NativeLong bytes, int flags, Pointer address, IntByReference addressBytes)
            throws LastErrorException;

    static native int eventfd(int start, int flags) throws LastErrorException;

    static native int poll(Pointer descriptors, NativeLong count, int milliseconds) throws LastErrorException;
}
