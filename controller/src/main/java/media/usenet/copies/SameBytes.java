package media.usenet.copies;

import java.util.Comparator;
import java.util.List;

/// Files that have the same bytes and lie on disk more than once.
///
/// @param bytes of each
/// @param proof what has been seen of their being the same
/// @param bodies two or more, each on blocks of its own; sorted by their first name
public record SameBytes(long bytes, Hash hash, Proof proof, List<Body> bodies) {

    public SameBytes {
        if (bodies.size() < 2) {
            throw new IllegalArgumentException("one body of bytes is no duplicate: " + bodies);
        }
        bodies = bodies.stream()
                .sorted(Comparator.comparing(body -> body.first().path()))
                .toList();
    }

    /// What is kept more than once, counted without the one that stays.
    public long repeatedBytes() {
        return bytes * (bodies.size() - 1);
    }
}
