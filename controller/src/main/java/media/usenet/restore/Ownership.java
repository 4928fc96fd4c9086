package media.usenet.restore;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import media.usenet.archive.Manifest.Entry;
import media.usenet.archive.Manifest.Kind;
import media.usenet.host.User;

/// Whom restored files belong to: as in the backup, with owners of that machine replaced by those of this one.
///
/// @param uids of that machine to those of this one; others stay what they are
public record Ownership(Map<Long, Long> uids, Map<Long, Long> gids) {

    private static final boolean ROOT = User.ofThisProcess().root();

    public Ownership {
        uids = Map.copyOf(uids);
        gids = Map.copyOf(gids);
    }

    public static final Ownership AS_IT_WAS = new Ownership(Map.of(), Map.of());

    /// Gives what was unpacked its owners, permissions and times.
    public void dress(Path tree, List<Entry> entries) throws IOException {
        for (var entry : entries.reversed()) {
            var file = tree.resolve(entry.path());
            if (ROOT) {
                give(file, entry);
            }
            if (entry.kind() != Kind.LINK) {
                Files.setAttribute(file, "unix:mode", entry.mode());
                Files.setLastModifiedTime(file, FileTime.fromMillis(entry.modified()));
            }
        }
    }

    /// Has it on the disk when it returns.
    static void sync(Path tree, List<Entry> entries) throws IOException {
        for (var entry : entries.reversed()) {
            if (entry.kind() != Kind.LINK) {
                sync(tree.resolve(entry.path()));
            }
        }
    }

    private void give(Path file, Entry entry) throws IOException {
        var uid = uids.getOrDefault(entry.uid(), entry.uid());
        var gid = gids.getOrDefault(entry.gid(), entry.gid());
        Files.setAttribute(file, "unix:uid", uid.intValue(), LinkOption.NOFOLLOW_LINKS);
        Files.setAttribute(file, "unix:gid", gid.intValue(), LinkOption.NOFOLLOW_LINKS);
    }

    private static void sync(Path file) throws IOException {
        if (Files.isReadable(file)) {
            try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }
}
