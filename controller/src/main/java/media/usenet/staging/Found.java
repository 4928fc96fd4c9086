package media.usenet.staging;

import java.nio.file.Path;
import media.usenet.archive.Manifest.Entry;
import media.usenet.archive.Manifest.Kind;
import org.jspecify.annotations.Nullable;

/// Something that a recipe takes, as it was found.
///
/// @param path in the backup
/// @param held whether it may only be copied while its subject is held
/// @param target of a link; null for what is none
record Found(
        String path,
        Path file,
        String subject,
        Kind kind,
        Inode inode,
        boolean held,
        @Nullable String target) {

    private static final int SET_IDS_OF_A_FILE = 0_1777;
    private static final long EARLIEST_MILLIS = 1_000;

    Stamp stamp() {
        return inode.stamp();
    }

    long size() {
        return kind == Kind.FILE ? stamp().size() : 0;
    }

    long modifiedMillis() {
        // What stands at 1970 is taken for a forged entry by whoever unpacks it.
        return Math.max(EARLIEST_MILLIS, stamp().modified() / 1_000_000);
    }

    int mode() {
        int mode = inode.permissions();
        return kind == Kind.FILE ? mode & SET_IDS_OF_A_FILE : mode & ~0_4000;
    }

    Entry entry(long size, String sha256) {
        return new Entry(path, kind, size, sha256, mode(), inode.uid(), inode.gid(), modifiedMillis(), target);
    }
}
