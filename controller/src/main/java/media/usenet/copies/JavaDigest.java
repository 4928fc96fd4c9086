package media.usenet.copies;

import com.dynatrace.hash4j.hashing.HashStream128;
import com.dynatrace.hash4j.hashing.Hashing;
import java.nio.ByteBuffer;

/// In Java, for machines without the library.
final class JavaDigest implements Digest {

    private final HashStream128 stream = Hashing.xxh3_128().hashStream();
    // hash4j hashes arrays twice as fast as buffers, the copying included.
    private final byte[] array;

    JavaDigest(int mostBytes) {
        this.array = new byte[mostBytes];
    }

    @Override
    public Digest begin() {
        stream.reset();
        return this;
    }

    @Override
    public Digest add(ByteBuffer bytes) {
        bytes.get(bytes.position(), array, 0, bytes.remaining());
        stream.putBytes(array, 0, bytes.remaining());
        return this;
    }

    @Override
    public Hash end() {
        var value = stream.get();
        return new Hash(value.getMostSignificantBits(), value.getLeastSignificantBits());
    }
}
