package media.usenet.sandbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Whose a file is and who may read it.
record FileFacts(Path path, int uid, int gid, int mode, int links) {

    private static final int TYPE = 0170000;
    private static final int FOLDER = 0040000;
    private static final int FILE = 0100000;
    private static final int LINK = 0120000;

    /// Of what the path leads to, through links.
    static FileFacts of(Path path) {
        try {
            return facts(path, Files.readAttributes(path, "unix:uid,gid,mode,nlink"));
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_READ,
                    "cannot look at %s: %s".formatted(path, e.getMessage()),
                    "check that it exists, and that its drive is there",
                    e);
        }
    }

    /// Of the file itself, also where it is a link.
    static FileFacts ofItself(Path path) throws IOException {
        return facts(path, Files.readAttributes(path, "unix:uid,gid,mode,nlink", LinkOption.NOFOLLOW_LINKS));
    }

    private static FileFacts facts(Path path, Map<String, Object> found) {
        return new FileFacts(
                path, number(found, "uid"), number(found, "gid"), number(found, "mode"), number(found, "nlink"));
    }

    private static int number(Map<String, Object> found, String name) {
        return ((Number) Objects.requireNonNull(found.get(name))).intValue();
    }

    boolean folder() {
        return (mode & TYPE) == FOLDER;
    }

    boolean link() {
        return (mode & TYPE) == LINK;
    }

    boolean file() {
        return (mode & TYPE) == FILE;
    }

    boolean readableByAll() {
        return readable(0);
    }

    boolean readableByGroup() {
        return readable(3);
    }

    boolean readableByOwner() {
        return readable(6);
    }

    private boolean readable(int shift) {
        var needed = (folder() ? 05 : 04) << shift;
        return (mode & needed) == needed;
    }
}
