package media.usenet.mover;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;

/// By what a file is known again, and a change of it noticed.
record Mark(Map<String, Object> values) {

    private static final String WATCHED = "unix:ino,size,lastModifiedTime,ctime,nlink";

    static Mark of(Path file) throws IOException {
        return new Mark(Files.readAttributes(file, WATCHED, LinkOption.NOFOLLOW_LINKS));
    }

    /// Whether it is the file that was planned with; a link's size is the length of its target's name.
    boolean is(LibraryFile file) {
        return values.get("lastModifiedTime") instanceof FileTime time
                && time.toInstant().equals(file.modified())
                && values.get("size") instanceof Long size
                && (file.symbolicLink() || size == file.sizeBytes());
    }

    /// Whether it was written to since the plan.
    boolean isNewerThan(LibraryFile file) {
        return values.get("lastModifiedTime") instanceof FileTime time
                && time.toInstant().isAfter(file.modified());
    }
}
