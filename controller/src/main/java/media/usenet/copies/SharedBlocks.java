package media.usenet.copies;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import media.usenet.linux.FileExtent;

/// Blocks that several files use, and nobody tells how many: they go with the last of them, which may be one that
/// is not known, such as a snapshot.
final class SharedBlocks {

    private SharedBlocks() {}

    /// @param files of which no name is left
    static FreedBytes freed(List<FreedBytes.Occupied> files) {
        long certain = 0;
        Map<Long, List<FileExtent>> shared = new HashMap<>();
        for (var file : files) {
            var own = file.extents().stream().filter(FileExtent::shared).toList();
            certain += Math.max(
                    0,
                    file.allocatedBytes()
                            - own.stream().mapToLong(FileExtent::bytes).sum());
            shared.computeIfAbsent(file.key().device(), _ -> new ArrayList<>()).addAll(own);
        }
        long perhaps = shared.values().stream().mapToLong(SharedBlocks::covered).sum();
        return new FreedBytes(certain, certain + perhaps);
    }

    /// Each block once, however many of the files use it.
    private static long covered(List<FileExtent> extents) {
        var byPlace = extents.stream()
                .sorted(Comparator.comparingLong(FileExtent::place))
                .toList();
        long covered = 0;
        long end = Long.MIN_VALUE;
        for (var extent : byPlace) {
            long from = Math.max(end, extent.place());
            end = Math.max(end, extent.place() + extent.bytes());
            covered += Math.max(0, end - from);
        }
        return covered;
    }
}
