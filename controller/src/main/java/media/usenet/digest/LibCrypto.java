package media.usenet.digest;

import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.NativeLong;
import com.sun.jna.Pointer;
import java.nio.ByteBuffer;
import org.jspecify.annotations.Nullable;

/// Functions of OpenSSL 3 under their own names, as `openssl/evp.h` has them; those that answer a number answer 1.
@SuppressWarnings("MemberName")
final class LibCrypto {

    static {
        Native.register(LibCrypto.class, NativeLibrary.getInstance("libcrypto.so.3"));
    }

    private LibCrypto() {}

    static native Pointer EVP_sha256();

    static native Pointer EVP_MD_CTX_new();

    static native void EVP_MD_CTX_free(Pointer context);

    static native int EVP_DigestInit_ex(Pointer context, Pointer type, @Nullable Pointer engine);

    static native int EVP_DigestUpdate(Pointer context, ByteBuffer bytes, NativeLong count);

    static native int EVP_DigestFinal_ex(Pointer context, byte[] digest, @Nullable Pointer length);
}
