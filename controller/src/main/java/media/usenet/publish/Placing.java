package media.usenet.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import media.usenet.job.JobFolder;
import media.usenet.linux.Errno;
import media.usenet.linux.ErrnoException;
import media.usenet.linux.HeldFolder;

/// Renames what was made to its place, so that nobody ever sees a part of it, and never onto what was not to be
/// replaced.
final class Placing {

    private Placing() {}

    /// Can be done again after it was broken off at any point.
    static void place(Intent intent) throws IOException, Refused {
        var folder = Objects.requireNonNull(intent.target().getParent());
        try {
            if (intent.replaces()) {
                replace(intent);
            } else {
                rename(intent.made(), intent.target());
            }
        } catch (ErrnoException e) {
            if (e.errno() == Errno.EEXIST) {
                throw Staging.exists(intent.target());
            }
            throw e;
        }
        Content.force(folder);
    }

    private static void replace(Intent intent) throws IOException {
        var target = intent.target();
        boolean folders = intent.content().folder() || Files.isDirectory(target, LinkOption.NOFOLLOW_LINKS);
        if (!folders) {
            Files.move(intent.made(), target, StandardCopyOption.ATOMIC_MOVE);
            return;
        }
        // rename(2) replaces no folder that holds something: the old one goes into the attempt's folder, and with it.
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            var old = intent.made().resolveSibling("replaced-" + intent.position());
            JobFolder.deleteTree(old);
            rename(target, old);
        }
        rename(intent.made(), target);
    }

    private static void rename(Path from, Path to) throws IOException {
        try (var source = HeldFolder.open(Objects.requireNonNull(from.getParent()));
                var destination = HeldFolder.open(Objects.requireNonNull(to.getParent()))) {
            source.rename(String.valueOf(from.getFileName()), destination, String.valueOf(to.getFileName()));
        }
    }
}
