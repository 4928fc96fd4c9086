package media.usenet.union;

import java.util.List;
import media.usenet.health.Finding;
import org.jspecify.annotations.Nullable;

/// The union as it is, and what is to be known about it.
///
/// @param union null while there is none
record PoolReport(@Nullable UnionReport union, Hold hold, List<Finding> findings) {

    PoolReport {
        findings = List.copyOf(findings);
    }

    enum State {
        ONLINE,
        /// Its program has ended; it is mounted anew.
        DEAD,
        /// It is wanted, and not mounted.
        MISSING
    }

    /// @param present whether the branch's drive is there
    record BranchReport(String slot, Branch.Mode mode, boolean present) {}

    record UnionReport(
            String slot,
            State state,
            String createPolicy,
            long minFreeBytes,
            boolean moveOnNoSpace,
            List<BranchReport> branches) {}
}
