package media.usenet.union;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/// What union is wanted.
///
/// @param slot where it is mounted
/// @param branches slots, in the order that policies like `ff` go by
/// @param closed branches that take nothing new: those that were drained
/// @param minFreeBytes a branch with less takes no new files
/// @param moveOnNoSpace whether a file that outgrows its drive while it is written goes on on another
record UnionSettings(
        String slot,
        List<String> branches,
        Set<String> closed,
        String createPolicy,
        long minFreeBytes,
        boolean moveOnNoSpace) {

    static final String USUAL_SLOT = "union";
    static final long USUAL_MIN_FREE = 20L << 30;

    UnionSettings {
        branches = List.copyOf(branches);
        closed = Set.copyOf(new TreeSet<>(closed));
        if (branches.isEmpty() || branches.contains(slot) || new HashSet<>(branches).size() < branches.size()) {
            throw new IllegalArgumentException("not the branches of a union at %s: %s".formatted(slot, branches));
        }
        if (minFreeBytes < 0) {
            throw new IllegalArgumentException("minFreeBytes is negative");
        }
        CreatePolicy.require(createPolicy);
    }

    /// With this branch, open for new files.
    UnionSettings with(String branch) {
        var more = new LinkedHashSet<>(branches);
        more.add(branch);
        return of(List.copyOf(more), closedBut(branch));
    }

    UnionSettings without(String branch) {
        return of(branches.stream().filter(other -> !other.equals(branch)).toList(), closedBut(branch));
    }

    UnionSettings withClosed(String branch) {
        var more = new TreeSet<>(closed);
        more.add(branch);
        return of(branches, more);
    }

    UnionSettings with(String policy, long minFree, boolean move) {
        return new UnionSettings(slot, branches, closed, policy, minFree, move);
    }

    private Set<String> closedBut(String branch) {
        var fewer = new TreeSet<>(closed);
        fewer.remove(branch);
        return fewer;
    }

    private UnionSettings of(List<String> others, Set<String> closedOnes) {
        return new UnionSettings(slot, others, closedOnes, createPolicy, minFreeBytes, moveOnNoSpace);
    }
}
