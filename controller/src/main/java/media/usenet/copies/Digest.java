package media.usenet.copies;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.ByteBuffer;

/// XXH3 of what stands in buffers, one after another. For one thread.
final class Digest {

    private final HashStream128 stream = Hashing.xxh3_128().hashStream();
    // hash4j hashes arrays twice as fast as buffers, the copying included.
    private final byte[] array;

    /// @param mostBytes that a buffer may hold
    Digest(int mostBytes) {
        this.array = new byte[mostBytes];
    }

    Digest begin() {
        stream.reset();
        return this;
    }

    /// Leaves the buffer as it was.
    Digest add(ByteBuffer bytes) {
        bytes.get(bytes.position(), array, 0, bytes.remaining());
        stream.putBytes(array, 0, bytes.remaining());
        return this;
    }

    Hash end() {
        var value = stream.get();
        return new Hash(value.getMostSignificantBits(), value.getLeastSignificantBits());
    }
}
