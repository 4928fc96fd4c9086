package media.usenet.webhook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import media.usenet.host.WholeFile;
import media.usenet.problem.Problem;
import media.usenet.problem.ProblemException;

/// Signs messages as Standard Webhooks says (standardwebhooks.com). Each address has a secret of its own, which is
/// derived from one key in a file: no secret lies in the database or its backups.
final class Signature {

    private static final String HMAC = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final byte[] key;

    Signature(byte[] key) {
        this.key = key.clone();
    }

    /// Reads the key, or makes one at the first start.
    static Signature at(Path file) {
        try {
            if (!Files.exists(file)) {
                var fresh = new byte[KEY_BYTES];
                new SecureRandom().nextBytes(fresh);
                WholeFile.writePrivate(file, HexFormat.of().formatHex(fresh) + "\n");
            }
            return new Signature(HexFormat.of().parseHex(Files.readString(file).strip()));
        } catch (IOException | IllegalArgumentException e) {
            throw new ProblemException(
                    Problem.FILE_NOT_READ,
                    "cannot read the key of webhooks %s: %s".formatted(file, e.getMessage()),
                    "let the controller's user read it, or remove it: all webhooks then get new secrets",
                    e);
        }
    }

    /// What the receiver checks signatures with.
    String secret(String url) {
        return "whsec_" + Base64.getEncoder().encodeToString(secretBytes(url));
    }

    Map<String, String> headers(String url, String message, Instant now, String body) {
        var seconds = String.valueOf(now.getEpochSecond());
        return Map.of(
                "webhook-id", message,
                "webhook-timestamp", seconds,
                "webhook-signature", of(secretBytes(url), message, seconds, body));
    }

    static String of(byte[] secret, String message, String seconds, String body) {
        var signed = hmac(secret, "%s.%s.%s".formatted(message, seconds, body));
        return "v1," + Base64.getEncoder().encodeToString(signed);
    }

    private byte[] secretBytes(String url) {
        return hmac(key, "webhook " + url);
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + HMAC, e);
        }
    }
}
