package media.usenet.transcode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;
import media.usenet.settings.StackSettings.Owner;

/// Gives what the sandbox's user made to whom the media belong.
final class Ownership {

    private final Supplier<Owner> owner;
    private final boolean able;

    /// @param able whether this program may give files away
    Ownership(Supplier<Owner> owner, boolean able) {
        this.owner = owner;
        this.able = able;
    }

    /// @param made a plain file, or a folder of nothing else: never a link, which might lead anywhere
    /// @throws ProblemException `FILE_NOT_WRITTEN`
    void give(Path made) {
        var to = owner.get();
        try (var files = Files.walk(made)) {
            for (var file : files.toList()) {
                if (able) {
                    give(file, to);
                }
            }
        } catch (IOException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_WRITTEN,
                    "%s cannot be given to the stack's user: %s".formatted(made, e.getMessage()),
                    "check the drive it is on: usenet storage status",
                    e);
        }
    }

    /// Changes only what is not so already: file systems that know no owners refuse to be asked, and all on them
    /// belongs to the one they were mounted for.
    private static void give(Path file, Owner to) throws IOException {
        var now = Files.readAttributes(file, "unix:uid,gid", LinkOption.NOFOLLOW_LINKS);
        if (!now.equals(Map.of("uid", to.uid(), "gid", to.gid()))) {
            Files.setAttribute(file, "unix:uid", to.uid(), LinkOption.NOFOLLOW_LINKS);
            Files.setAttribute(file, "unix:gid", to.gid(), LinkOption.NOFOLLOW_LINKS);
        }
    }
}
