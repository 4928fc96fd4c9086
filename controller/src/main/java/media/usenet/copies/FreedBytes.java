package media.usenet.copies;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import media.usenet.linux.FileExtent;
import media.usenet.linux.FileStatus;

/// How much room a plan wins on the drives, before it is carried out. Pure: what it knows of the files it is given.
///
/// @param certain what becomes free whatever else there is on the drive
/// @param atMost with the blocks that the files share with others, in case the plan takes away the last of those
public record FreedBytes(long certain, long atMost) {

    /// One thing that a plan does with one name.
    public sealed interface Change {

        Occupied file();

        /// The name goes.
        record Removal(Occupied file) implements Change {}

        /// The name becomes one more of the kept file.
        record HardLink(Occupied file, Occupied kept) implements Change {}

        /// The name stays a file of its own, upon the blocks of the kept one.
        record Reflink(Occupied file, Occupied kept) implements Change {}
    }

    /// What one file takes on its drive.
    ///
    /// @param allocatedBytes of its data and of what its file system needs to find them
    /// @param links under how many names it is known on the whole drive
    /// @param extents where it lies, if its file system lets files share blocks; else none
    public record Occupied(FileKey key, long allocatedBytes, int links, List<FileExtent> extents) {

        /// As it is now.
        ///
        /// @param sharing whether its file system lets files share blocks: btrfs, XFS
        public static Occupied of(Path file, boolean sharing) throws IOException {
            var status = FileStatus.of(file);
            return new Occupied(
                    new FileKey(status.device(), status.inode()),
                    status.allocatedBytes(),
                    status.links(),
                    sharing ? FileExtent.of(file) : List.of());
        }

        public Occupied {
            extents = List.copyOf(extents);
            if (links < 1 || allocatedBytes < 0) {
                throw new IllegalArgumentException("%d bytes under %d names".formatted(allocatedBytes, links));
            }
        }
    }

    public FreedBytes {
        if (certain < 0 || atMost < certain) {
            throw new IllegalArgumentException("%d to %d bytes".formatted(certain, atMost));
        }
    }

    /// @param plan each name once
    public static FreedBytes of(Collection<? extends Change> plan) {
        return SharedBlocks.freed(gone(plan));
    }

    /// The inodes of which no name is left.
    private static List<Occupied> gone(Collection<? extends Change> plan) {
        var files = new HashMap<FileKey, Occupied>();
        var left = new HashMap<FileKey, Integer>();
        for (var change : plan) {
            count(files, left, change.file(), -1);
            if (change instanceof Change.HardLink link) {
                count(files, left, link.kept(), 1);
            }
        }
        var gone = new ArrayList<Occupied>();
        left.forEach((key, links) -> {
            if (links <= 0) {
                gone.add(files.get(key));
            }
        });
        return gone;
    }

    private static void count(Map<FileKey, Occupied> files, Map<FileKey, Integer> left, Occupied file, int more) {
        files.putIfAbsent(file.key(), file);
        left.merge(file.key(), file.links() + more, (known, _) -> known + more);
    }
}
