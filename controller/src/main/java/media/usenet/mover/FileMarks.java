package media.usenet.mover;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributeView;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.UserDefinedFileAttributeView;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import media.usenet.linux.Errno;
import media.usenet.linux.ErrorText;

/// What a file has besides its content: owner, mode, times, extended attributes of the name space `user`. Access
/// lists are not carried over.
final class FileMarks {

    private FileMarks() {}

    static void copy(Drive from, Path source, Drive to, Path copy) throws IOException {
        copyOwner(from, source, to, copy);
        var attributes = from.get(_ -> attributes(source));
        if (!attributes.isEmpty()) {
            to.run(_ -> write(copy, attributes));
        }
        var times = from.get(_ -> Files.readAttributes(source, BasicFileAttributes.class));
        to.run(_ -> Files.getFileAttributeView(copy, BasicFileAttributeView.class)
                .setTimes(times.lastModifiedTime(), times.lastAccessTime(), null));
    }

    /// Where the file system keeps owners. The owner first: changing it takes away bits of the mode.
    static void copyOwner(Drive from, Path source, Drive to, Path copy) throws IOException {
        if (to.limits().keepsOwners()) {
            var marks = from.get(_ -> Files.readAttributes(source, "unix:uid,gid,mode"));
            var present = to.get(_ -> Files.readAttributes(copy, "unix:uid,gid"));
            for (var name : new String[] {"uid", "gid"}) {
                if (!Objects.equals(marks.get(name), present.get(name))) {
                    to.run(_ -> Files.setAttribute(copy, "unix:" + name, marks.get(name)));
                }
            }
            var mode = (int) Objects.requireNonNull(marks.get("mode"));
            to.run(_ -> Files.setAttribute(copy, "unix:mode", mode & 07777));
        }
    }

    private static Map<String, ByteBuffer> attributes(Path file) throws IOException {
        try {
            var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
            var attributes = new LinkedHashMap<String, ByteBuffer>();
            for (var name : view.list()) {
                var value = ByteBuffer.allocate(view.size(name));
                view.read(name, value);
                attributes.put(name, value.flip());
            }
            return attributes;
        } catch (IOException e) {
            return elseNone(e);
        }
    }

    private static void write(Path file, Map<String, ByteBuffer> attributes) throws IOException {
        try {
            var view = Files.getFileAttributeView(file, UserDefinedFileAttributeView.class);
            for (var attribute : attributes.entrySet()) {
                view.write(attribute.getKey(), attribute.getValue());
            }
        } catch (IOException e) {
            elseNone(e);
        }
    }

    /// exFAT and others have no extended attributes: then there are none to carry.
    private static Map<String, ByteBuffer> elseNone(IOException e) throws IOException {
        if (ErrorText.errno(e) != Errno.EOPNOTSUPP) {
            throw e;
        }
        return Map.of();
    }
}
