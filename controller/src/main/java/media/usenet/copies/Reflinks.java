package media.usenet.copies;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import media.usenet.linux.FileExtent;

/// Finds the inodes that share all their blocks with each other. What cannot be told counts as apart.
final class Reflinks {

    /// File systems on which two files can share blocks; the others are not asked.
    private static final Set<String> SHARING = Set.of("btrfs", "xfs", "bcachefs", "ocfs2");

    private final Map<Long, Boolean> sharing = new HashMap<>();

    /// @return each on blocks of its own
    List<Body> join(List<Body> same) {
        var apart = new ArrayList<Body>();
        var byPlace = new LinkedHashMap<Place, List<Content>>();
        for (var body : same) {
            var extents = sharedExtents(body.first());
            if (extents.isEmpty()) {
                apart.add(body);
            } else {
                byPlace.computeIfAbsent(new Place(body.key().device(), extents), _ -> new ArrayList<>())
                        .addAll(body.names());
            }
        }
        byPlace.values().forEach(names -> apart.add(new Body(names)));
        return apart;
    }

    /// Where on which device.
    private record Place(long device, List<FileExtent> extents) {}

    /// @return none unless all are shared
    private List<FileExtent> sharedExtents(Content file) {
        if (!sharing.computeIfAbsent(file.key().device(), _ -> isOnSharing(file))) {
            return List.of();
        }
        try {
            var extents = FileExtent.of(file.path());
            return extents.stream().allMatch(extent -> extent.shared() && extent.placed())
                    ? merged(extents)
                    : List.of();
        } catch (IOException _) {
            return List.of();
        }
    }

    /// The same blocks can be told as one run or as several.
    private static List<FileExtent> merged(List<FileExtent> extents) {
        var merged = new ArrayList<FileExtent>();
        for (var extent : extents) {
            var last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && last.isContinuedBy(extent)) {
                merged.set(merged.size() - 1, last.with(extent));
            } else {
                merged.add(extent);
            }
        }
        return List.copyOf(merged);
    }

    private static boolean isOnSharing(Content file) {
        try {
            return SHARING.contains(Files.getFileStore(file.path()).type());
        } catch (IOException _) {
            return false;
        }
    }
}
