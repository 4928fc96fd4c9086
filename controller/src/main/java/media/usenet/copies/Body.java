package media.usenet.copies;

import java.util.Comparator;
import java.util.List;

/// The names under which one body of bytes is kept on a disk once: hard links of an inode, and reflinks, which are
/// inodes of their own that share all blocks.
///
/// @param names sorted by path
public record Body(List<Content> names) {

    public Body {
        if (names.isEmpty()) {
            throw new IllegalArgumentException("bytes without a name");
        }
        names = names.size() == 1
                ? List.copyOf(names)
                : names.stream().sorted(Comparator.comparing(Content::path)).toList();
    }

    public long bytes() {
        return first().bytes();
    }

    Content first() {
        return names.getFirst();
    }

    FileKey key() {
        return first().key();
    }

    /// Whether it has more than one name, so that one of them could go and nothing would be won.
    public boolean linked() {
        return names.size() > 1;
    }

    /// Whether more than one inode shares the blocks.
    public boolean reflinked() {
        return names.stream().map(Content::key).distinct().count() > 1;
    }
}
