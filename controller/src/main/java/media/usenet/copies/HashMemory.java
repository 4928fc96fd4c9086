package media.usenet.copies;

import java.util.Collection;
import java.util.Map;

/// Remembers hashes of files, so that a file which did not change is read once. Known by inode, size and time of
/// change, never by name: hard links and renamed files are the same to it. Used by one thread at a time.
public interface HashMemory {

    /// @return what is known of those that are now as they were when they were kept; nothing of the others
    Map<FileKey, Hashes> recall(Collection<Content> files);

    /// Replaces what was known of the same inodes.
    void keep(Map<Content, Hashes> hashes);

    /// Remembers nothing.
    static HashMemory none() {
        return new HashMemory() {
            @Override
            public Map<FileKey, Hashes> recall(Collection<Content> files) {
                return Map.of();
            }

            @Override
            public void keep(Map<Content, Hashes> hashes) {}
        };
    }
}
