package media.usenet.staging;

import com.fasterxml.jackson.annotation.JsonFormat;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/// By what a file is known to be the same as before: any write changes one of these.
///
/// @param modified nanoseconds since 1970
/// @param changed when its inode last changed; no program can set it back
@JsonFormat(shape = JsonFormat.Shape.ARRAY)
record Stamp(long size, long modified, long changed, long inode) {

    static final Stamp ABSENT = new Stamp(-1, 0, 0, 0);

    /// What is at the path now; [#ABSENT] for nothing.
    static Stamp of(Path path) throws IOException {
        try {
            return Inode.of(path).stamp();
        } catch (NoSuchFileException _) {
            return ABSENT;
        }
    }
}
