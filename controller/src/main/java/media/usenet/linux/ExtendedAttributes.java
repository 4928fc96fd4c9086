package media.usenet.linux;

import com.sun.jna.LastErrorException;
import com.sun.jna.Memory;
import com.sun.jna.NativeLong;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// Extended attributes of files that cannot be opened, where Java's own view of them fails; xattr(7).
public final class ExtendedAttributes {

    /// Linux keeps no longer value: `XATTR_SIZE_MAX`.
    private static final int MOST_BYTES = 65536;

    private ExtendedAttributes() {}

    /// @param name with its name space: `user.mergerfs.branches`
    public static String get(Path file, String name) throws ErrnoException {
        try (var value = new Memory(MOST_BYTES)) {
            var bytes = FileLibrary.getxattr(file.toString(), name, value, new NativeLong(MOST_BYTES));
            return new String(value.getByteArray(0, bytes.intValue()), StandardCharsets.UTF_8);
        } catch (LastErrorException e) {
            throw new ErrnoException("getxattr(%s, %s)".formatted(file, name), e.getErrorCode());
        }
    }

    public static void set(Path file, String name, String value) throws ErrnoException {
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        try {
            FileLibrary.setxattr(file.toString(), name, bytes, new NativeLong(bytes.length), 0);
        } catch (LastErrorException e) {
            throw new ErrnoException("setxattr(%s, %s, %s)".formatted(file, name, value), e.getErrorCode());
        }
    }
}
