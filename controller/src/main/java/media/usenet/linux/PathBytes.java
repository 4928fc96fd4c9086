package media.usenet.linux;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/// A path as the kernel takes it. Names need not be UTF-8, and a path's text does not keep what is not.
final class PathBytes {

    private static final int HEXADECIMAL = 16;

    private PathBytes() {}

    /// @return with the 0 that ends it
    static byte[] of(Path path) {
        var text = path.toString();
        var bytes = text.chars().allMatch(letter -> letter < 128)
                ? text.getBytes(StandardCharsets.US_ASCII)
                // The one form in which Java gives a path's own bytes.
                : unescaped(path.toUri().getRawPath());
        var ended = new byte[bytes.length + 1];
        System.arraycopy(bytes, 0, ended, 0, bytes.length);
        return ended;
    }

    private static byte[] unescaped(String path) {
        var bytes = new ByteArrayOutputStream(path.length());
        for (int at = 0; at < path.length(); at++) {
            if (path.charAt(at) == '%') {
                bytes.write(Integer.parseInt(path, at + 1, at + 3, HEXADECIMAL));
                at += 2;
            } else {
                bytes.write(path.charAt(at));
            }
        }
        return bytes.toByteArray();
    }
}
