package media.usenet.digest;

import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.lang.ref.Cleaner;
import java.nio.ByteBuffer;
import java.security.MessageDigest;

/// SHA-256 by OpenSSL. What it holds outside the heap goes with the object.
final class OpensslSha256 extends MessageDigest {

    private static final Cleaner CLEANER = Cleaner.create();
    private static final int LENGTH = 32;
    private static final int CHUNK = 1 << 16;

    private final Pointer context = LibCrypto.EVP_MD_CTX_new();
    private final ByteBuffer chunk = ByteBuffer.allocateDirect(CHUNK);

    OpensslSha256() {
        super("SHA-256");
        var held = context;
        CLEANER.register(this, () -> LibCrypto.EVP_MD_CTX_free(held));
        engineReset();
    }

    static boolean there() {
        try {
            return LibCrypto.EVP_sha256() != null;
        } catch (LinkageError _) {
            return false;
        }
    }

    @Override
    protected int engineGetDigestLength() {
        return LENGTH;
    }

    @Override
    protected void engineUpdate(byte one) {
        engineUpdate(new byte[] {one}, 0, 1);
    }

    @Override
    protected void engineUpdate(byte[] bytes, int offset, int length) {
        for (int at = 0; at < length; at += CHUNK) {
            chunk.clear().put(bytes, offset + at, Math.min(CHUNK, length - at)).flip();
            hash(chunk);
        }
    }

    @Override
    protected void engineUpdate(ByteBuffer bytes) {
        if (bytes.isDirect()) {
            hash(bytes.slice());
            bytes.position(bytes.limit());
        } else {
            super.engineUpdate(bytes);
        }
    }

    /// @param bytes in memory outside the heap, from its first to its limit
    private void hash(ByteBuffer bytes) {
        require(LibCrypto.EVP_DigestUpdate(context, bytes, new NativeLong(bytes.limit())));
    }

    @Override
    protected byte[] engineDigest() {
        var digest = new byte[LENGTH];
        require(LibCrypto.EVP_DigestFinal_ex(context, digest, null));
        engineReset();
        return digest;
    }

    @Override
    protected void engineReset() {
        require(LibCrypto.EVP_DigestInit_ex(context, LibCrypto.EVP_sha256(), null));
    }

    private static void require(int answer) {
        if (answer != 1) {
            throw new IllegalStateException("OpenSSL does not do SHA-256");
        }
    }
}
