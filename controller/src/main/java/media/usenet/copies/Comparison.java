package media.usenet.copies;

import java.util.List;

/// What a search for the same bytes found.
///
/// @param groups largest gain first
/// @param linked bodies that have several names; no duplicates. Reflinks are looked for among the groups' files alone
/// @param findings files that are in no group because they could not be compared
public record Comparison(List<SameBytes> groups, List<Body> linked, List<Finding> findings, Effort effort) {

    public Comparison {
        groups = List.copyOf(groups);
        linked = List.copyOf(linked);
        findings = List.copyOf(findings);
    }

    /// What it cost.
    ///
    /// @param names that were given
    /// @param inodes behind them
    /// @param sampled of how many the samples were read
    /// @param readWhole how many were read to their end
    /// @param bytesRead all together
    public record Effort(int names, int inodes, int sampled, int readWhole, long bytesRead) {}
}
