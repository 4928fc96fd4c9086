package media.usenet.copies;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;

/// By libxxhash, which Debian and Ubuntu install with apt.
final class LibraryDigest implements Digest {

    private final XxHash library = XxHash.loaded().orElseThrow();
    private final MemorySegment state = library.newState(Arena.ofAuto());
    private final MemorySegment result = Arena.ofAuto().allocate(XxHash.RESULT);

    static boolean present() {
        return XxHash.loaded().isPresent();
    }

    @Override
    public Digest begin() {
        library.reset(state);
        return this;
    }

    @Override
    public Digest add(ByteBuffer bytes) {
        library.update(state, MemorySegment.ofBuffer(bytes));
        return this;
    }

    @Override
    public Hash end() {
        library.digest(state, result);
        return new Hash(result.getAtIndex(XxHash.WORD, 1), result.getAtIndex(XxHash.WORD, 0));
    }
}
