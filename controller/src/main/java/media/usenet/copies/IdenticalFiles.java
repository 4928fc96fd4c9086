package media.usenet.copies;

import java.time.InstantSource;
import java.util.Collection;

/// Finds the files that have the same bytes, and compares two before something is done to one of them.
public final class IdenticalFiles {

    private final Lanes lanes;
    private final InstantSource clock;

    public IdenticalFiles(Lanes lanes, InstantSource clock) {
        this.lanes = lanes;
        this.clock = clock;
    }

    /// Reads drives beside each other, and a spinning one in one place at a time. Interrupting the thread ends it
    /// with a `java.util.concurrent.CancellationException`.
    ///
    /// @param files regular files of drives, and not of a union of them as well: what is seen in two places is
    ///     two files
    /// @param proof how sure the groups are to be
    public Comparison find(Collection<Content> files, Proof proof, HashMemory memory) {
        return new Search(new Crews(lanes), memory).run(files, proof, clock.instant());
    }

    /// Reads both from beginning to end, now, until they differ.
    public Match compare(Content one, Content other) {
        return new BytePair().compare(one, other);
    }
}
