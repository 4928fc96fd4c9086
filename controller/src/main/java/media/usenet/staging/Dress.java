package media.usenet.staging;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import media.usenet.host.User;

/// Gives a copy the owner, permissions and time of what it is a copy of, for engines that keep those.
final class Dress {

    private static final boolean ROOT = User.ofThisProcess().root();

    /// Whoever made a copy has to be able to read it, whatever others may.
    private static final int READABLE = 0400;

    private static final int USABLE = 0700;

    private Dress() {}

    static void file(Path copy, Found found) throws IOException {
        dress(copy, found, found.mode() | READABLE);
    }

    static void folder(Path copy, Found found) throws IOException {
        dress(copy, found, found.mode() | USABLE);
    }

    private static void dress(Path copy, Found found, int mode) throws IOException {
        if (ROOT) {
            give(copy, found.inode());
        }
        Files.setAttribute(copy, "unix:mode", mode);
        Files.setLastModifiedTime(copy, FileTime.fromMillis(found.modifiedMillis()));
    }

    private static void give(Path copy, Inode wanted) throws IOException {
        var now = Inode.of(copy);
        if (now.uid() != wanted.uid()) {
            Files.setAttribute(copy, "unix:uid", wanted.uid());
        }
        if (now.gid() != wanted.gid()) {
            Files.setAttribute(copy, "unix:gid", wanted.gid());
        }
    }
}
