package media.usenet.copies;

import java.nio.ByteBuffer;

/// XXH3 of what stands in buffers, one after another. For one thread.
sealed interface Digest permits LibraryDigest, JavaDigest {

    /// The machine's own library where there is one: without C2, as the controller runs, hashing in Java takes a
    /// third of a search.
    ///
    /// @param mostBytes that a buffer may hold
    static Digest of(int mostBytes) {
        return LibraryDigest.present() ? new LibraryDigest() : new JavaDigest(mostBytes);
    }

    Digest begin();

    /// @param bytes left as it was
    Digest add(ByteBuffer bytes);

    Hash end();
}
